namespace ModelMonitor.Bias;

/// <summary>How the values of a configuration choose among a column's cells.</summary>
public enum ValueMatch
{
    /// <summary>As Clarify reads its own files: one number is a threshold where the column is continuous, else a value.</summary>
    AsClarify,

    /// <summary>Each is a value, a number too, whatever the column is like.</summary>
    Values,

    /// <summary>The one number is a threshold that cells must be above, whatever the column is like.</summary>
    Above,
}
