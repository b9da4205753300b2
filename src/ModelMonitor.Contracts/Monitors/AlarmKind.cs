using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Finds to which of a file's monitors an alarm belongs: to the one of the kind that publishes its metric.</summary>
internal static class AlarmKind
{
    /// <summary>The kinds that publish a metric; none for a metric that nobody knows.</summary>
    public static IEnumerable<string> PublishersOf(string metric)
    {
        if (metric == MetricNames.LabelledShare)
        {
            return [MonitorKindNames.ModelQuality, MonitorKindNames.Bias];
        }

        return metric == MetricNames.DriftedShare || MetricNames.IsOfFeature(metric) ? [MonitorKindNames.DataQuality]
            : MetricNames.IsOfRuns(metric) ? MonitorKindNames.All
            : QualityMetricNames.IsKnown(metric) ? [MonitorKindNames.ModelQuality]
            : BiasMetricNames.IsPublished(metric) ? [MonitorKindNames.Bias]
            : metric == MetricNames.AttributionGain ? [MonitorKindNames.Attribution]
            : [];
    }

    /// <summary>Finds the monitor; what is wrong is reported, and any is taken.</summary>
    /// <param name="item">The alarm.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="monitors">The file's monitors.</param>
    public static MonitorDefinition Find(SectionReader item, string metric, IReadOnlyList<MonitorDefinition> monitors)
    {
        string? kind = item.ReadString(
            "kind", text => MonitorKindNames.All.Contains(text, StringComparer.Ordinal), $"one of {string.Join(", ", MonitorKindNames.All)}");
        string[] publishers = [.. PublishersOf(metric)];
        if (publishers.Length == 0)
        {
            item.Report("metric", MetricSuggestion.Of(metric));
        }

        MonitorDefinition[] found = [.. monitors.Where(monitor => kind is null ? publishers.Contains(monitor.Kind, StringComparer.Ordinal) : monitor.Kind == kind)];
        if (metric == MetricNames.LabelledShare && found.Length > 1)
        {
            MonitorDefinition[] joining = [.. found.Where(monitor => monitor.GroundTruth is not null)];
            found = joining.Length > 0 ? joining : found;
        }

        if (kind is not null && found.Length == 0)
        {
            item.Report("kind", $"the file has no section {MonitorExpansion.SectionOf(kind)}; add it, or say another kind");
        }
        else if (kind is not null && publishers.Length > 0 && !publishers.Contains(kind, StringComparer.Ordinal))
        {
            item.Report("metric", $"is none of {kind}, but of {string.Join(" and ", publishers)}");
        }
        else if (kind is null && found.Length > 1)
        {
            item.Report("metric", $"is one of {string.Join(" and of ", found.Select(monitor => monitor.Kind))}; add \"kind\" to say whose");
        }
        else if (kind is null && found.Length == 0 && publishers.Length > 0)
        {
            item.Report(
                "metric",
                $"is one of {string.Join(" and ", publishers)}, and the file has no section {string.Join(" or ", publishers.Select(MonitorExpansion.SectionOf))}");
        }

        return found.Length > 0 ? found[0] : monitors[0];
    }

    /// <summary>Reports a metric that the monitor does not publish as it is set.</summary>
    public static void Check(SectionReader item, AlarmSettings alarm, MonitorDefinition monitor)
    {
        string section = MonitorExpansion.SectionOf(monitor.Kind);
        bool isSilent = monitor is { DataQuality.EmitMetrics: false } or { ModelQuality.EmitMetrics: false } or { Bias.EmitMetrics: false } or { Attribution.EmitMetrics: false };
        if (isSilent && !MetricNames.IsOfRuns(alarm.Metric))
        {
            string whose = monitor.Kind == MonitorKindNames.DataQuality ? "a feature's" : "the model's";
            item.Report("metric", $"is {whose}, of which none is published: {section}.emitMetrics is false");
        }
        else if (alarm.Metric == MetricNames.LabelledShare && monitor.GroundTruth is null)
        {
            item.Report("metric", $"needs labels to be joined; add groundTruth to {section}");
        }
        else if (monitor.ModelQuality is { } quality && QualityMetricNames.IsKnown(alarm.Metric) && !QualityMetricNames.Of(quality.ProblemType).Contains(alarm.Metric))
        {
            item.Report("metric", $"is none of {quality.ProblemType}; known are {string.Join(", ", QualityMetricNames.Of(quality.ProblemType))}");
        }

        if (monitor.Bias is { } bias && BiasMetricNames.IsPublished(alarm.Metric))
        {
            CheckFacet(item, alarm, bias);
        }
        else if (alarm.Facet is not null)
        {
            item.Report("facet", "is for bias metrics; remove it");
        }
    }

    private static void CheckFacet(SectionReader item, AlarmSettings alarm, BiasSection bias)
    {
        string[] names = [.. bias.Facets.Select(facet => facet.Name)];
        if (alarm.Facet is null && names.Length > 1)
        {
            item.Report("facet", $"is missing; say of which facet: {string.Join(" or ", names)}");
        }
        else if (alarm.Facet is { } facet && !names.Contains(facet, StringComparer.Ordinal))
        {
            item.Report("facet", names.Length == 0 ? "there are no facets in bias.facets" : $"expected {string.Join(" or ", names)}, found '{facet}'");
        }
        else if (BiasDimensions.Of(bias, alarm) is null)
        {
            item.Report("metric", "has no dimensions that are known beforehand: that takes a label with positiveLabels, and a facet with values, in bias; alarm on violations instead");
        }
    }
}
