namespace ModelMonitor.Metrics;

/// <summary>The unit of a metric, named as CloudWatch names it.</summary>
public enum MetricUnit
{
    /// <summary>None that CloudWatch knows, such as a share, dollars, or a feature's own.</summary>
    None,

    /// <summary>A count.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,
}
