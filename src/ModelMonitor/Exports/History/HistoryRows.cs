using ModelMonitor.Constraints;
using ModelMonitor.Contracts.History;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Documents;
using ModelMonitor.Metrics;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Exports.History;

/// <summary>Makes the rows of a run: first its own metrics, then those of its features in the baseline's order, or those of its kind.</summary>
/// <remarks>Only features of the baseline have rows: traffic cannot make new ones. A metric that was not measured has none.</remarks>
public static class HistoryRows
{
    /// <summary>The rows of a run.</summary>
    /// <param name="report">Its report.</param>
    /// <param name="endpoint">The endpoint's name, for records that do not say.</param>
    /// <returns>The rows; none for a run that failed, and for one over all events, which has no time.</returns>
    public static IReadOnlyList<HistoryRow> Of(StoredReport report, string endpoint)
    {
        RunRecord record = report.Record;
        if (record is not { IsDone: true, Window: { } window } || RunFigures.Of(record) is not { } figures)
        {
            return [];
        }

        HistoryRow template = Template(record, window, endpoint);
        List<HistoryRow> rows =
        [
            .. RunMetrics.Of(figures).Metrics
                .Where(metric => HistoryMetrics.OfRuns.Contains(metric.Name, StringComparer.Ordinal))
                .Select(metric => Of(template, metric)),
        ];
        Dictionary<string, NumericalStatistics> numbers = new(StringComparer.Ordinal);
        foreach (FeatureStatistics feature in report.Statistics?.Features ?? [])
        {
            if (feature.Numerical is { Present: > 0 } numerical)
            {
                numbers[feature.Name] = numerical;
            }
        }

        ILookup<string, Violation> violations = report.Violations.ToLookup(violation => violation.FeatureName, StringComparer.Ordinal);
        foreach (FeatureFinding feature in record.Features)
        {
            AddFeature(
                rows, template with { Feature = feature.Name }, feature, [.. violations[feature.Name]], numbers.GetValueOrDefault(feature.Name));
        }

        rows.AddRange(KindRows.Of(record, template));
        rows.RemoveAll(row => !double.IsFinite(row.Value));
        return rows;
    }

    private static HistoryRow Template(RunRecord record, TimeWindow window, string endpoint) => new()
    {
        Monitor = record.Monitor,
        Kind = record.Kind,
        Endpoint = record.Endpoint ?? endpoint,
        Variant = record.Variant,
        WindowStart = window.Start,
        WindowEnd = window.End,
        Metric = "",
        BaselineVersion = record.BaselineVersion,
        EngineVersion = record.EngineVersion,
        Outcome = record.Outcome.ToString(),
    };

    private static HistoryRow Of(HistoryRow template, Metric metric) => template with
    {
        Metric = metric.Name,
        Value = metric.Value,
        Violated = metric.Name == MetricNames.Violations ? metric.Value > 0 : null,
    };

    private static void AddFeature(
        List<HistoryRow> rows, HistoryRow template, FeatureFinding feature, Violation[] violations, NumericalStatistics? numbers)
    {
        if ((feature.BaselineDistance ?? feature.Distance) is { } distance)
        {
            Add(HistoryMetrics.Drift, distance, feature.Drifted, feature.Threshold);
        }

        Add(HistoryMetrics.NonNull, feature.Completeness, violations.Any(violation => violation.CheckType == CheckTypes.Completeness));
        Add(HistoryMetrics.Violations, violations.Length, violations.Length > 0);
        if (numbers is not null)
        {
            Add(HistoryMetrics.Mean, numbers.Mean);
            Add(HistoryMetrics.StandardDeviation, numbers.StandardDeviation);
            Add(HistoryMetrics.Minimum, numbers.Minimum);
            Add(HistoryMetrics.Maximum, numbers.Maximum);
        }

        void Add(string metric, double value, bool? violated = null, double? threshold = null) =>
            rows.Add(template with { Metric = metric, Value = value, Violated = violated, Threshold = threshold });
    }
}
