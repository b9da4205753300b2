using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Says of a metric that nobody publishes which was meant.</summary>
internal static class MetricSuggestion
{
    public static string Of(string metric)
    {
        string known = $"known are {string.Join(", ", MetricNames.OfRuns)}, and {string.Join(", ", MetricNames.FeaturePrefixes)} with a feature's name behind; "
            + $"the metrics of model quality, such as auc; {BiasMetricNames.Prefix} with a bias metric's name behind, such as DI; and {MetricNames.AttributionGain} of attributions";
        return Nearest(metric) is { } nearest ? $"unknown metric; did you mean {nearest}?" : $"unknown metric; {known}";
    }

    /// <summary>The metric that was meant: one of a run, or one of a feature whose prefix is misspelt.</summary>
    private static string? Nearest(string metric)
    {
        foreach (string prefix in MetricNames.FeaturePrefixes)
        {
            string start = metric[..Math.Min(metric.Length, prefix.Length)];
            if (metric.Length > prefix.Length && EditDistance.Between(start, prefix) <= 2)
            {
                int underscore = metric.LastIndexOf('_', Math.Min(metric.Length - 1, prefix.Length));
                return prefix + metric[(underscore < 0 ? prefix.Length : underscore + 1)..];
            }
        }

        return EditDistance.FindNearest(
            metric, [.. MetricNames.OfRuns, MetricNames.AttributionGain, .. QualityMetricNames.All, .. BiasMetricNames.All.Select(name => BiasMetricNames.Prefix + name)]);
    }
}
