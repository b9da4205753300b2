using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class MetricsAreInTheContracts : ITemplateRule
{
    public string Explanation => "An alarm on a metric that no run emits never rings, and a graph of it is empty for ever.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Namespace": "ModelMonitor", "MetricName": "violation_count",
            "Dimensions": [ { "Name": "Monitor", "Value": "m" }, { "Name": "Kind", "Value": "data-quality" } ] } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Namespace": "ModelMonitor", "MetricName": "violations",
            "Dimensions": [ { "Name": "Monitor", "Value": "m" } ] } },
          "D": { "Type": "AWS::CloudWatch::Dashboard", "Properties": { "DashboardBody":
            "{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"metrics\":[[{\"expression\":\"SEARCH('{\\\"ModelMonitor\\\",Monitor} MetricName=drift', 'Sum', 60)\"}]]}}]}" } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
        from use in MetricUse.All(template)
        where !use.Namespace.StartsWith("AWS/", StringComparison.Ordinal) && !IsKnown(use)
        select $"{use.Holder} uses {use.Namespace} {use.Name} by {string.Join(", ", use.Dimensions)}.";

    private static bool IsKnown(MetricUse use) => use.Namespace switch
    {
        MetricNamespaces.ModelMonitor when use.Name == MetricNames.AttributionGain =>
            use.Dimensions.SetEquals([MetricDimensions.Endpoint, MetricDimensions.MonitoringSchedule]),
        MetricNamespaces.ModelMonitor => MetricNames.IsOfRuns(use.Name)
            && use.Dimensions.SetEquals([MetricDimensions.Monitor, MetricDimensions.Kind]),
        MetricNamespaces.EndpointData => (MetricNames.IsOfFeature(use.Name) || MetricNames.FeaturePrefixes.Contains(use.Name + "_"))
            && use.Dimensions.SetEquals([MetricDimensions.Endpoint, MetricDimensions.MonitoringSchedule]),
        MetricNamespaces.EndpointModel => QualityMetricNames.IsKnown(use.Name)
            && use.Dimensions.SetEquals([MetricDimensions.Endpoint, MetricDimensions.MonitoringSchedule]),
        MetricNamespaces.EndpointBias => BiasMetricNames.IsPublished(use.Name) && use.Dimensions.SetEquals(
        [
            MetricDimensions.Endpoint, MetricDimensions.MonitoringSchedule, MetricDimensions.BiasStage,
            MetricDimensions.Label, MetricDimensions.LabelValue, MetricDimensions.Facet, MetricDimensions.FacetValue,
        ]),
        _ => false,
    };
}
