using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>The metrics to which a dataset gives no value: with a column misspelt, all that need it.</summary>
internal sealed class BaselineGaps
{
    private readonly int _metrics;
    private readonly int _missing;
    private readonly List<string> _remarks = [];

    private BaselineGaps(List<(string Facet, MetricAnalysis Metric)> metrics)
    {
        _metrics = metrics.Count;
        foreach (var gap in metrics.Where(pair => pair.Metric.Value is null).GroupBy(pair => (pair.Facet, pair.Metric.Error)))
        {
            _missing += gap.Count();
            _remarks.Add($"{gap.Key.Facet} has no {string.Join(", ", gap.Select(pair => pair.Metric.Name).Distinct(StringComparer.Ordinal))}: {gap.Key.Error}.");
        }
    }

    /// <summary>A sentence for each facet's column and reason, with the metrics.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Finds them; conditional metrics are none where the options have no group variable.</summary>
    public static BaselineGaps Of(AnalysisDocument analysis, BiasOptions options) => new(
    [
        .. new[] { analysis.PreTraining, analysis.PostTraining }
            .SelectMany(section => section?.Facets ?? [])
            .SelectMany(facet => facet.Metrics.Where(metric => IsWanted(metric, options)).Select(metric => (facet.Facet, metric))),
    ]);

    /// <summary>Refuses a baseline that nothing could be compared with.</summary>
    /// <param name="source">What the user gave, for the message.</param>
    /// <exception cref="ConfigurationException">No metric has a value.</exception>
    public void DemandSomeValue(string source)
    {
        if (_metrics > 0 && _missing == _metrics)
        {
            throw new ConfigurationException(
                source, "$.bias", $"the dataset gives no metric a value; correct the names of columns or values: {string.Join(' ', _remarks)}");
        }
    }

    private static bool IsWanted(MetricAnalysis metric, BiasOptions options) =>
        options.GroupVariable is not null || BiasMetrics.Find(metric.Name)?.Needs.HasFlag(BiasNeeds.Groups) != true;
}
