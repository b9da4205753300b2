using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Reports.Pages.Attribution;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Tests.Reports.Pages.Kinds;

public sealed class AttributionPageTests
{
    [Fact]
    public void Write_TheRankingIsTurned_ShowsBothRanksAndBars()
    {
        ParsedPage page = Write(KindSamples.Attribution(0, ["income", "debt", "age"]));

        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Equal("Features rank otherwise than in the baseline: NDCG 0.764, threshold 0.900. 1,000 rows.", page.ById("verdict").Value);
        string[] rows = [.. page.ById("ranking-1").Element("tbody")!.Elements("tr").Select(row => row.Value)];
        Assert.Equal(["age310.3331.000", "debt220.6670.667", "income131.0000.333"], rows);
    }

    [Fact]
    public void Write_ManyFeatures_HasBarsOfTheLargestAndAllInTheTable()
    {
        ParsedPage page = Write(KindSamples.Attribution(0, ReportSamples.Names(100)));

        Assert.Equal(LabelCard.MostBars, page.ById("attribution-1").Descendants("tbody").Single().Elements("tr").Count());
        Assert.Contains("The 20 largest of 100", page.ById("attribution-1").Element("figcaption")!.Value, StringComparison.Ordinal);
        Assert.Equal(100, page.ById("ranking-1").Element("tbody")!.Elements("tr").Count());
    }

    [Fact]
    public void Write_NothingIsExplained_SaysWhy()
    {
        RunRecord record = KindSamples.Attribution(0, ["a"]);
        ParsedPage page = Write(record with
        {
            Outcome = RunOutcome.Completed,
            Attribution = [record.Attribution![0] with { Gain = null, Violated = false, Reason = "no row has an explanation" }],
        });

        Assert.Equal("The ranking of features could not be compared: no row has an explanation.", page.ById("verdict").Value);
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage()
    {
        RunRecord record = KindSamples.Attribution(0, ReportSamples.HostileNames);
        Write(record with { Attribution = [.. ReportSamples.HostileNames.Select(name => record.Attribution![0] with { Label = name, Reason = name })] }).MustBeSafe();
    }

    private static ParsedPage Write(RunRecord record) => new(RunPage.Write(RunPageModel.Of(
        new StoredReport(record, null, []), ReportSamples.Endpoint, "reports/", new BaselineReference())));
}
