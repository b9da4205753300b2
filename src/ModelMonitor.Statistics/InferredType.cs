namespace ModelMonitor.Statistics;

/// <summary>The type of a column, in the words of <c>statistics.json</c>.</summary>
public enum InferredType
{
    /// <summary>Every cell is missing.</summary>
    Unknown,

    /// <summary>Text, or a mixture that is no number.</summary>
    String,

    /// <summary>Whole numbers only.</summary>
    Integral,

    /// <summary>Numbers, at least one written with a fraction or an exponent.</summary>
    Fractional,
}
