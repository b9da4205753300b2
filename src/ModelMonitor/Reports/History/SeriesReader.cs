using System.Globalization;
using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.History;

/// <summary>Takes of a run's record the metrics that its monitor's page shows over time.</summary>
internal static class SeriesReader
{
    /// <summary>So many metrics of a run are kept: those that are compared with something, and best known.</summary>
    public const int MostMetrics = 24;

    /// <summary>So many others are kept where they are violated, or were once.</summary>
    public const int MostOthers = 24;

    /// <summary>So many groups of a facet are kept, unless more are violated.</summary>
    public const int MostSegments = 5;

    /// <summary>The name of the score of attributions.</summary>
    public const string Gain = "NDCG";

    private const string ConstantSuffix = "_best_constant_classifier";

    /// <summary>Recall by another name, and what another metric lacks to one.</summary>
    private static readonly string[] Mirrored = ["true_positive_rate", "false_negative_rate", "true_negative_rate"];

    /// <summary>The best known metrics, those first that say most alone.</summary>
    private static readonly string[] Known =
    [
        "auc", "weighted_f1", "f1", "accuracy", "precision", "recall", "weighted_precision", "weighted_recall", "rmse", "r2", "mae", "mse", "mape",
        "false_positive_rate", "expected_calibration_error", "log_loss", "average_precision", "brier_score",
        "DI", "DPPL", "DPL", "AD", "RD", "SD", "DAR", "DRR", "DCA", "DCR", "CI", "CDDPL", "CDDL", "TE",
    ];

    /// <summary>The metrics; none for data quality, whose features have distances instead.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="known">What runs before it measured: that goes on.</param>
    public static IReadOnlyList<MeasuredSeries> Read(RunRecord record, IReadOnlyList<HistorySeries> known)
    {
        MeasuredSeries[] all =
        [
            .. (record.Quality ?? []).Where(metric => !metric.Name.EndsWith(ConstantSuffix, StringComparison.Ordinal) && !Mirrored.Contains(metric.Name, StringComparer.Ordinal)).Select(Of),
            .. (record.Bias ?? []).Where(metric => metric.Value is not null).Select(Of),
            .. (record.Attribution ?? []).Where(label => label.Gain is not null).Select(Of),
        ];
        MeasuredSeries[] ordered =
        [
            .. all.GroupBy(one => (one.Series.Metric, one.Series.Facet)).SelectMany(group => group.Take(MostSegments))
                .OrderByDescending(IsCompared).ThenBy(Rank).Take(MostMetrics),
        ];
        HashSet<HistorySeries> kept = [.. ordered.Select(one => one.Series)];
        return [.. ordered, .. all.Where(one => (one.Metric.Violated is true || known.Contains(one.Series)) && !kept.Contains(one.Series)).Take(MostOthers)];
    }

    private static MeasuredSeries Of(QualityFinding metric) => new(new HistorySeries(metric.Name), new HistoryMetric
    {
        Value = Round(metric.Value),
        Low = Round(metric.Low),
        High = Round(metric.High),
        Threshold = Round(metric.Threshold),
        Violated = metric.Violated ? true : null,
    });

    private static MeasuredSeries Of(BiasFinding metric) => new(new HistorySeries(metric.Metric, metric.Facet, metric.FacetValue), new HistoryMetric
    {
        Value = Round(metric.Value),
        Low = Round(metric.Lower),
        High = Round(metric.Upper),
        Threshold = Round(BiasFigure.Limit(metric)),
        Violated = metric.Violated ? true : null,
    });

    private static MeasuredSeries Of(AttributionFinding label) => new(new HistorySeries(Gain, label.Label), new HistoryMetric
    {
        Value = Round(label.Gain),
        Threshold = Round(label.Threshold),
        Violated = label.Violated ? true : null,
    });

    private static bool IsCompared(MeasuredSeries one) => one.Metric is { Threshold: not null } or { Minimum: not null } or { Maximum: not null };

    private static int Rank(MeasuredSeries one) => Array.IndexOf(Known, one.Series.Metric) is var rank and >= 0 ? rank : Known.Length;

    /// <summary>Four digits that matter: enough to draw, and a third of the length.</summary>
    private static double? Round(double? number) => number is { } value && double.IsFinite(value)
        ? double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : number;
}
