using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.History;
using ModelMonitor.Runs;

namespace ModelMonitor.Exports.History;

/// <summary>Makes the rows of what monitors of model quality, bias and attribution measure. What the window does not define has none.</summary>
internal static class KindRows
{
    /// <summary>The rows of a run; none of data quality.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="template">What all rows of the run have in common.</param>
    public static IEnumerable<HistoryRow> Of(RunRecord record, HistoryRow template) =>
    [
        .. (record.Quality ?? []).Where(metric => metric.Value is not null).Select(metric => Of(template, metric)),
        .. (record.Bias ?? []).Where(metric => metric.Value is not null).Select(metric => Of(template, metric)),
        .. (record.Attribution ?? []).SelectMany(label => Of(template with { Slice = label.Label }, label)),
    ];

    private static HistoryRow Of(HistoryRow template, QualityFinding metric) => template with
    {
        Metric = metric.Name,
        Value = metric.Value!.Value,
        IntervalLow = Finite(metric.Low),
        IntervalHigh = Finite(metric.High),
        Threshold = Finite(metric.Threshold),
        Violated = metric.Threshold is null ? null : metric.Violated,
    };

    private static HistoryRow Of(HistoryRow template, BiasFinding metric) => template with
    {
        Feature = metric.Facet,
        Slice = metric.FacetValue,
        Metric = metric.Metric,
        Value = metric.Value!.Value,
        IntervalLow = Finite(metric.Lower),
        IntervalHigh = Finite(metric.Upper),
        Threshold = Finite(metric.Baseline),
        Violated = metric.Reason is null ? metric.Violated : null,
    };

    private static IEnumerable<HistoryRow> Of(HistoryRow template, AttributionFinding label)
    {
        if (label.Gain is { } gain)
        {
            yield return template with
            {
                Metric = HistoryMetrics.RankingGain,
                Value = gain,
                Threshold = label.Threshold,
                Violated = label.Reason is null ? label.Violated : null,
            };
        }

        // Only features of the baseline: traffic cannot make new ones.
        foreach (FeatureAttribution feature in label.Features)
        {
            if (feature is { Value: { } value, Baseline: not null })
            {
                yield return template with { Feature = feature.Feature, Metric = HistoryMetrics.Attribution, Value = value };
            }
        }
    }

    private static double? Finite(double? number) => number is { } value && double.IsFinite(value) ? value : null;
}
