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

    /// <summary>Whether a bias metric is one of labels or of predictions, one of the stages of <see cref="BiasMetricNames"/>.</summary>
    public const string BiasStage = "BiasStage";

    /// <summary>The column of the label, of a bias metric; the label's name, of an attribution.</summary>
    public const string Label = "Label";

    /// <summary>The favourable labels of a bias metric, joined by commas.</summary>
    public const string LabelValue = "LabelValue";

    /// <summary>The column whose groups a bias metric compares.</summary>
    public const string Facet = "Facet";

    /// <summary>The values of the group that may be treated worse, joined by commas.</summary>
    public const string FacetValue = "FacetValue";

    /// <summary>How attributions were made.</summary>
    public const string ExplainabilityMethod = "ExplainabilityMethod";

    /// <summary>Whether the value is an attribution or what it is measured from.</summary>
    public const string ValueType = "ValueType";
}
