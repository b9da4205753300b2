namespace ModelMonitor.Statistics;

/// <summary>What one cell's text looks like, by Deequ's patterns.</summary>
public enum CellType
{
    /// <summary>Matches none of the others.</summary>
    String,

    /// <summary><c>true</c> or <c>false</c>, in lower case.</summary>
    Boolean,

    /// <summary>An optional sign, an optional space, digits.</summary>
    Integral,

    /// <summary>Digits with a fraction, an exponent or both.</summary>
    Fractional,
}
