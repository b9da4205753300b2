namespace ModelMonitor.Statistics.Calibration;

/// <summary>What changes in a simulated window.</summary>
public enum SimulatedChange
{
    /// <summary>All numbers move by standard deviations.</summary>
    Mean,

    /// <summary>Rows go from the most frequent category to the next.</summary>
    Category,

    /// <summary>More cells are missing.</summary>
    Missing,
}
