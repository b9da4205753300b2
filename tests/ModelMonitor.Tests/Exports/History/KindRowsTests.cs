using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Exports.History;
using ModelMonitor.Exports.TensorBoard;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Tests.Exports.TensorBoard;

namespace ModelMonitor.Tests.Exports.History;

/// <summary>The rows of runs that measure models.</summary>
public sealed class KindRowsTests
{
    [Fact]
    public void Rows_OfModelQuality_HaveIntervalsThresholdsAndVerdicts()
    {
        IReadOnlyList<HistoryRow> rows = Rows(record => record with
        {
            Kind = "model-quality",
            Quality =
            [
                new QualityFinding("auc", 0.8, 0.01, 0.78, 0.82, 0.9, Violated: true, Reason: null),
                new QualityFinding("log_loss", 0.4, null, null, null, null, Violated: false, Reason: null),
                new QualityFinding("f1", null, null, null, null, 0.5, Violated: false, "no_positive_labels"),
            ],
        });

        Assert.Equal(
            [("auc", 0.8, 0.78, 0.82, 0.9, true), ("log_loss", 0.4, null, null, null, null)],
            rows.Select(row => (row.Metric, row.Value, row.IntervalLow, row.IntervalHigh, row.Threshold, row.Violated)));
        Assert.All(rows, row => Assert.Equal(("model-quality", null, null), (row.Kind, row.Feature, row.Slice)));
    }

    [Fact]
    public void Rows_OfBias_HaveTheFacetAndItsValues()
    {
        IReadOnlyList<HistoryRow> rows = Rows(record => record with
        {
            Kind = "bias",
            Bias =
            [
                new BiasFinding("Sex", "0", "post-training", "DPPL") { Value = 0.3, Baseline = 0.1, Lower = 0.25, Upper = 0.35, Violated = true },
                new BiasFinding("Sex", "0", "post-training", "DI") { Value = 0.5, Upper = double.PositiveInfinity, Reason = "too few rows to judge" },
                new BiasFinding("Sex", "1", "post-training", "DI") { Value = double.PositiveInfinity },
                new BiasFinding("Age", "(40, 80]", "pre-training", "CI") { Reason = "no rows" },
            ],
        });

        Assert.Equal(
            [("Sex", "0", "DPPL", 0.3, 0.25, 0.35, 0.1, true), ("Sex", "0", "DI", 0.5, null, null, null, null)],
            rows.Select(row => (row.Feature, row.Slice, row.Metric, row.Value, row.IntervalLow, row.IntervalHigh, row.Threshold, row.Violated)));
    }

    [Fact]
    public void Rows_OfAttributions_HaveTheRankingAndTheFeaturesOfTheBaseline()
    {
        IReadOnlyList<HistoryRow> rows = Rows(record => record with
        {
            Kind = "attribution",
            Attribution =
            [
                new AttributionFinding("label0", 0.85, 0.9, Violated: true, Reason: null, 200,
                    [new FeatureAttribution("age", 0.4, 0.5), new FeatureAttribution("debt", null, 0.1), new FeatureAttribution("made up by traffic", 0.2, null)]),
            ],
        });

        Assert.Equal(
            [(null, "label0", "ndcg", 0.85, 0.9, true), ("age", "label0", "attribution", 0.4, null, null)],
            rows.Select(row => (row.Feature, row.Slice, row.Metric, row.Value, row.Threshold, row.Violated)));
    }

    [Fact]
    public void TagsOfTensorBoard_OfMetricsWithSlices_AreAllDifferent()
    {
        IReadOnlyList<HistoryRow> rows = Rows(record => record with
        {
            Bias = [new BiasFinding("Sex", "0", "", "DI") { Value = 1.0 }, new BiasFinding("Sex", "1", "", "DI") { Value = 1.5 }],
            Quality = [new QualityFinding("auc", 0.8, null, null, null, null, Violated: false, Reason: null)],
            Attribution = [new AttributionFinding("label0", 0.85, 0.9, Violated: true, Reason: null, 200, [])],
        });
        using MemoryStream stream = new();
        new RunEvents(stream).Write(rows);

        Assert.Equal(
            ["run/auc", "DI/Sex 0", "DI/Sex 1", "ndcg/label0"],
            EventFileReader.Read(stream.ToArray())[1].Scalars.Select(scalar => scalar.Tag));
    }

    /// <summary>The rows of a run without those that runs of any kind have.</summary>
    private static IReadOnlyList<HistoryRow> Rows(Func<RunRecord, RunRecord> change)
    {
        RunRecord bare = SampleReport.Of().Record with { Features = [] };
        int common = HistoryRows.Of(new StoredReport(bare, null, []), "e").Count;
        return [.. HistoryRows.Of(new StoredReport(change(bare), null, []), "e").Skip(common)];
    }
}
