namespace ModelMonitor.Contracts.Metrics;

/// <summary>The names of the dimensions of all metrics.</summary>
public static class MetricDimensions
{
    /// <summary>The monitor, in <see cref="MetricNamespaces.ModelMonitor"/>.</summary>
    public const string Monitor = "Monitor";

    /// <summary>The kind of monitor, such as <c>data-quality</c>, in <see cref="MetricNamespaces.ModelMonitor"/>.</summary>
    public const string Kind = "Kind";

    /// <summary>The endpoint, in SageMaker's namespaces.</summary>
    public const string Endpoint = "Endpoint";

    /// <summary>In SageMaker's namespaces the name of the schedule, which is the monitor's here.</summary>
    public const string MonitoringSchedule = "MonitoringSchedule";
}
