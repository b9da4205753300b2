using ModelMonitor.GroundTruth;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Reports.Pages.Quality;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Tests.Reports.Pages.Kinds;

public sealed class QualityPageTests
{
    private static readonly QualityStatisticsDocument Two = KindSamples.Statistics(50, ["0", "1"]);

    [Fact]
    public void Write_AMetricViolates_SaysWhichAndShowsItFirstWithItsFigures()
    {
        ParsedPage page = new(Write(KindSamples.Quality(0), Two, Two));

        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.StartsWith("1 of 3 metrics violates its threshold: auc, which is 0.515, threshold 0.940.", page.ById("verdict").Value, StringComparison.Ordinal);
        string[] rows = [.. page.ById("metrics").Descendants("tbody").Single().Elements("tr").Select(row => row.Value)];
        Assert.Equal("aucbelow threshold0.5150.4950.5350.9400.515–", rows[0]);
        Assert.Equal("accuracymeets it0.9000.8800.9200.850–0.860", rows[1]);
        Assert.Equal("recallno positive labels–––0.500––", rows[2]);
        Assert.Equal(4, rows.Length);
        Assert.Equal(["roc", "precision-recall", "reliability", "confusion"], page.All("figure").Select(figure => figure.Attribute("id")!.Value));
    }

    [Fact]
    public void Write_Labels_SaysHowManyPredictionsHaveOneAndWhatCouldNotBeJoined()
    {
        ParsedPage page = new(Write(KindSamples.Quality(0), Two));

        Assert.Contains("Labelled80 %1,000 of 1,250 predictions", page.OfClass("tiles").Single().Value, StringComparison.Ordinal);
        string labels = page.ById("labels").Value;
        Assert.Contains("10 labels of no prediction", labels, StringComparison.Ordinal);
        Assert.Contains("2 labels; the last one", labels, StringComparison.Ordinal);
        Assert.Contains("4 predictions; no label", labels, StringComparison.Ordinal);
        Assert.Contains("missing label3", page.ById("unusable").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoLabelYet_SaysThatTheWindowIsJudgedLater()
    {
        RunRecord record = KindSamples.Quality(0) with
        {
            Outcome = RunOutcome.NoData,
            Quality = null,
            Violations = 0,
            GroundTruth = new GroundTruthFinding(Predictions: 1_250, Labelled: 0, LabelledShare: 0.0),
        };

        ParsedPage page = new(Write(record, null));

        Assert.Equal("The window was not judged: no label has come yet for 1,250 predictions; the window is judged when labels come.", page.ById("verdict").Value);
        Assert.DoesNotContain("data capture", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AHundredClassesAndTenThousandPoints_IsSmallAndSaysWhatIsLeftOut()
    {
        string[] names = [.. ReportSamples.HostileNames.Where(name => name.Length < 100), .. Enumerable.Range(0, 88).Select(i => $"class {i}")];

        byte[] content = Write(KindSamples.Quality(0), KindSamples.Statistics(10_000, names), KindSamples.Statistics(10_000, names));

        Assert.True(content.Length < 300_000, $"{content.Length} bytes");
        ParsedPage page = new(content);
        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Contains("of 10,000 points. Points nearer than 0.5 % to the one before are left out.", page.ById("roc").Element("figcaption")!.Value, StringComparison.Ordinal);
        Assert.Contains($"The 20 classes with most rows; the other {names.Length - 20} are joined.", page.ById("confusion").Element("figcaption")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("17 rows of classes beyond the number", page.ById("class-overflow").Value, StringComparison.Ordinal);
        Assert.Contains("off by 0.002 at most", page.ById("auc-bound").Value, StringComparison.Ordinal);
        Assert.Equal(names.Length, page.ById("classes").Element("tbody")!.Elements("tr").Count());
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage()
    {
        RunRecord record = KindSamples.Quality(0) with
        {
            Quality = [.. ReportSamples.HostileNames.Select(name => new QualityFinding(name, 0.5, null, null, null, 0.6, true, name))],
        };
        QualityStatisticsDocument statistics = KindSamples.Statistics(20, ReportSamples.HostileNames) with
        {
            Unusable = [.. ReportSamples.HostileNames.Select(name => new UnusableCount(name, 1, [name]))],
        };

        new ParsedPage(Write(record, statistics)).MustBeSafe();
    }

    [Fact]
    public void Write_StatisticsAreNotThere_ShowsWhatTheRecordSays()
    {
        ParsedPage page = new(Write(KindSamples.Quality(0), null));

        page.MustBeSafe();
        Assert.Equal(4, page.ById("metrics").Element("tbody")!.Elements("tr").Count());
        Assert.Empty(page.All("figure"));
    }

    [Fact]
    public void Of_ACurve_KeepsItsEndsAndDropsOnlyWhatIsNearAPointKept()
    {
        QualityCurve curve = KindSamples.Statistics(10_000, ["0", "1"]).Roc!;

        IReadOnlyList<int> kept = CurveThinning.Of(curve);

        Assert.InRange(kept.Count, 100, CurveThinning.MostPoints);
        Assert.Equal((0, 9_999), (kept[0], kept[^1]));
        int before = 0;
        for (int i = 0; i < curve.X.Count; i++)
        {
            before = kept.Contains(i) ? i : before;
            Assert.True(Math.Abs(curve.X[i] - curve.X[before]) < CurveThinning.Step && Math.Abs(curve.Y[i] - curve.Y[before]) < CurveThinning.Step);
        }
    }

    [Fact]
    public void Of_MoreClassesThanAreShown_JoinsTheOthersAndLosesNoRow()
    {
        ConfusionMatrix matrix = KindSamples.Statistics(2, [.. Enumerable.Range(0, 100).Select(i => $"{i}")]).Confusion!;

        ConfusionView view = ConfusionView.Of(matrix);

        Assert.Equal(("99", "80 others", 80), (view.Classes[0], view.Classes[^1], view.Joined));
        Assert.Equal(matrix.Total, view.Counts.Sum(row => row.Sum()));
        Assert.Equal(109.0 / 110.0, view.Share(0, 0));
    }

    private static byte[] Write(RunRecord record, QualityStatisticsDocument? current, QualityStatisticsDocument? baseline = null) => RunPage.Write(RunPageModel.Of(
        new StoredReport(record, null, []) { Quality = current }, ReportSamples.Endpoint, "reports/", new BaselineReference { Quality = baseline }));
}
