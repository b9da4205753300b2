using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Tests.Reports;

/// <summary>Makes records and documents of model quality, bias and attribution.</summary>
internal static class KindSamples
{
    /// <summary>A run of model quality whose area under the curve is what it is told.</summary>
    public static RunRecord Quality(int hour, double auc = 0.515) => Of(hour, MonitorKindNames.ModelQuality, auc < 0.94 ? 1 : 0) with
    {
        Quality =
        [
            new QualityFinding("accuracy", 0.9, 0.01, 0.88, 0.92, 0.85, Violated: false, null),
            new QualityFinding("auc", auc, 0.01, auc - 0.02, auc + 0.02, 0.94, Violated: auc < 0.94, null),
            new QualityFinding("recall", null, null, null, null, 0.5, Violated: false, "no_positive_labels"),
            new QualityFinding("log_loss", 0.3, 0.01, 0.28, 0.33, null, Violated: false, null),
            new QualityFinding("accuracy_best_constant_classifier", 0.86, null, null, null, null, Violated: false, null),
        ],
        GroundTruth = new GroundTruthFinding(1_250, 1_000, 0.8) { Labels = 1_010, UnmatchedLabels = 10, Duplicates = 2, ObjectCount = 3, WithoutId = 4 },
    };

    /// <summary>A run of a bias monitor.</summary>
    public static RunRecord Bias(int hour, IReadOnlyList<BiasFinding> metrics) =>
        Of(hour, MonitorKindNames.Bias, metrics.Count(metric => metric.Violated)) with { Bias = metrics };

    /// <summary>A metric of a facet.</summary>
    public static BiasFinding Facet(
        string facet, string value, string metric, double? found, double? baseline = null, bool violated = false, string? reason = null) =>
        new(facet, value, metric is "DPL" or "CI" ? "pre-training" : "post-training", metric)
        {
            Value = found,
            Baseline = baseline,
            Lower = found - 0.1,
            Upper = found + 0.1,
            Violated = violated,
            Reason = reason,
            FacetRows = 400,
            OtherRows = 600,
        };

    /// <summary>A run of an attribution monitor whose ranking is turned around.</summary>
    public static RunRecord Attribution(int hour, IReadOnlyList<string> features) => Of(hour, MonitorKindNames.Attribution, 1) with
    {
        Attribution =
        [
            new AttributionFinding(
                "label0", 0.764, 0.9, Violated: true, null, 500,
                [.. features.Select((name, i) => new FeatureAttribution(name, (i + 1.0) / features.Count, 1.0 - (double)i / features.Count))]),
        ],
    };

    /// <summary>Statistics with curves of so many points and so many classes.</summary>
    public static QualityStatisticsDocument Statistics(int points, IReadOnlyList<string> classes)
    {
        ConfusionMatrix confusion = new(classes);
        for (int i = 0; i < classes.Count; i++)
        {
            confusion.Add(i, i, 10 + i);
            confusion.Add(i, (i + 1) % classes.Count, 1);
        }

        double[] x = [.. Enumerable.Range(0, points).Select(i => i / (points - 1.0))];
        return new QualityStatisticsDocument(ProblemType.MulticlassClassification, confusion.Total, [new QualityMetric("false_negative_rate", 0.2), new QualityMetric("auc", 0.515)])
        {
            Confusion = confusion,
            Roc = new QualityCurve(x, [.. x.Select(Math.Sqrt)]),
            PrecisionRecall = new QualityCurve(x, [.. x.Select(value => 1.0 - value / 2.0)]),
            Reliability = new ReliabilityCurve([0.1, 0.5, 0.9], [0.2, 0.5, 0.8], [100, 50, 60]),
            AucErrorBound = 0.002,
            ConfidenceLevel = 0.95,
            Classes = [.. classes.Select((name, i) => new ClassQuality(name, 11 + i, [new QualityMetric("recall", 0.9) { Low = 0.8, High = 0.95 }, new QualityMetric("f1", null) { Reason = "no_rows_of_class" }]))],
            Unusable = [new UnusableCount("too_many_classes", 17, []), new UnusableCount("missing_label", 3, ["", "</td><script>"])],
        };
    }

    private static RunRecord Of(int hour, string kind, int violations) => ReportSamples.Record(hour, [], violations) with
    {
        Monitor = $"{ReportSamples.Monitor}-{kind}",
        Kind = kind,
    };
}
