using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Baselines.Metrics;

/// <summary>Compares two baselines that are made of metrics.</summary>
public static class MetricComparer
{
    /// <summary>The name of how much of a ranking of features is left.</summary>
    public const string Gain = "NDCG";

    /// <summary>Compares them.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one, of the same kind.</param>
    /// <returns>All metrics of either: those that do not judge alike first, then those that moved farthest. Null of data quality.</returns>
    public static IReadOnlyList<MetricDifference>? Compare(IBaseline before, IBaseline after)
    {
        if (BaselineMetrics.Of(before) is not { } earlier || BaselineMetrics.Of(after) is not { } later)
        {
            return null;
        }

        Dictionary<(string, string), BaselineMetric> left = [];
        foreach (BaselineMetric metric in later)
        {
            left.TryAdd((metric.Group, metric.Name), metric);
        }

        List<MetricDifference> differences = [];
        foreach (BaselineMetric metric in earlier.DistinctBy(metric => (metric.Group, metric.Name)))
        {
            left.Remove((metric.Group, metric.Name), out BaselineMetric? now);
            differences.Add(new MetricDifference(metric, now));
        }

        differences.AddRange(left.Values.Select(metric => new MetricDifference(Before: null, metric)));
        if (before is AnalysisBaseline { Analysis.Attributions: { } labels } && after is AnalysisBaseline { Analysis.Attributions: { } others })
        {
            differences.AddRange(labels.SelectMany(label => Gains(label, others)));
        }

        return [.. differences.OrderByDescending(difference => difference.IsBreaking).ThenByDescending(difference => difference.Distance)];
    }

    /// <summary>How much of a label's ranking is left, which is what windows are judged by; nothing for a label that is gone.</summary>
    private static IEnumerable<MetricDifference> Gains(LabelAttributions label, IReadOnlyList<LabelAttributions> others)
    {
        if (others.FirstOrDefault(other => other.Label == label.Label) is not { } now)
        {
            yield break;
        }

        Dictionary<string, double> values = now.Values.DistinctBy(pair => pair.Key).ToDictionary(StringComparer.Ordinal);
        if (RankingGain.Normalised(
            [.. label.Values.Select(pair => pair.Value)], [.. label.Values.Select(pair => values.GetValueOrDefault(pair.Key))]) is { } gain)
        {
            BaselineMetric whole = new(label.Label, Gain, 1.0)
            {
                Threshold = new AttributionOptions().Threshold,
                Operator = ComparisonOperator.LessThanThreshold,
            };
            yield return new MetricDifference(whole, whole with { Value = gain });
        }
    }
}
