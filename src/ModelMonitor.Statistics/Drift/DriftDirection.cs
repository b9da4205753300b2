namespace ModelMonitor.Statistics.Drift;

/// <summary>Which number of a measurement a method's threshold is for.</summary>
public enum DriftDirection
{
    /// <summary>The statistic: drift is above the threshold.</summary>
    LargeStatistic,

    /// <summary>The p-value: drift is at or below the threshold.</summary>
    SmallPValue,
}
