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

    /// <summary>Of a bias metric: <c>Pre-training</c> or <c>Post-Training</c>.</summary>
    public const string BiasStage = "BiasStage";

    /// <summary>The label's column of a bias metric, or the label that is explained.</summary>
    public const string Label = "Label";

    /// <summary>The values of a positive label.</summary>
    public const string LabelValue = "LabelValue";

    /// <summary>The facet's column.</summary>
    public const string Facet = "Facet";

    /// <summary>The values of the facet.</summary>
    public const string FacetValue = "FacetValue";

    /// <summary>How attributions were made: <c>KernelShap</c>.</summary>
    public const string ExplainabilityMethod = "ExplainabilityMethod";

    /// <summary>Of an attribution: <c>GlobalShapValues</c> or <c>ExpectedValue</c>.</summary>
    public const string ValueType = "ValueType";
}
