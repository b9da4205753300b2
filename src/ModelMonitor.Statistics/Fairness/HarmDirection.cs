namespace ModelMonitor.Statistics.Fairness;

/// <summary>On which side of parity a metric's values are at the expense of the sensitive facet.</summary>
public enum HarmDirection
{
    /// <summary>Above parity.</summary>
    Above,

    /// <summary>Below parity.</summary>
    Below,
}
