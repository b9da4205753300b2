using System.Xml.Linq;
using ModelMonitor.Bias;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Reports.Pages.Bias;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Tests.Reports.Pages.Kinds;

public sealed class BiasPageTests
{
    [Fact]
    public void Write_AMetricIsWorse_ShowsItBesideTheBaselineWithSizesAndWhatItSays()
    {
        ParsedPage page = Write(
            [
                KindSamples.Facet("Sex", "0", "AD", 0.01, 0.0),
                KindSamples.Facet("Sex", "0", "DI", 0.35, 0.8, violated: true),
                KindSamples.Facet("Sex", "0", "DPL", null, 0.1, reason: "no positive label"),
            ],
            new Violation("DI of Sex 0", "bias_drift_check", "Metric value 0.35 doesn't meet the baseline constraint requirement 0.8"));

        page.MustBeSafe();
        Assert.StartsWith("1 of 2 metrics is worse than it may be: DI of Sex 0, which is 0.350, in the baseline 0.800.", page.ById("verdict").Value, StringComparison.Ordinal);
        string[] rows = [.. page.OfClass("facet").Single().Descendants("tbody").Elements("tr").Select(row => row.Value)];
        Assert.Equal("DIDisparate Impact (DI)worse than it may be0.3500.2500.4500.800–400600", rows[0]);
        Assert.Equal("DI Metric value 0.35 doesn't meet the baseline constraint requirement 0.8", page.OfClass("violations").Single().Elements("li").Single().Value);
        Assert.Equal(["open", null], page.All("details").Select(details => details.Attribute("open")?.Value));
        Assert.StartsWith("ADAccuracy Difference (AD)within limits0.010", rows[1], StringComparison.Ordinal);
        Assert.Contains("no valueno positive label–––0.100–400600", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ARangeIsAllowed_ShowsItInPlaceOfTheBaselineAndAtItsEnds()
    {
        ParsedPage page = Write(
            [
                KindSamples.Facet("Sex", "0", "DI", 0.35, 0.5, violated: true) with { Minimum = 0.8, Maximum = 1.25 },
                KindSamples.Facet("Sex", "0", "RD", 0.05, 0.0) with { Maximum = 0.2 },
                KindSamples.Facet("Sex", "0", "FT", -0.1, 0.0) with { SampledRows = 2_048 },
            ]);

        page.MustBeSafe();
        Assert.StartsWith("1 of 3 metrics is worse than it may be: DI of Sex 0, which is 0.350, allowed is 0.800 to 1.250.", page.ById("verdict").Value, StringComparison.Ordinal);
        string[] rows = [.. page.OfClass("facet").Single().Descendants("tbody").Elements("tr").Select(row => row.Value)];
        Assert.Equal("DIDisparate Impact (DI)worse than it may be0.3500.2500.4500.5000.800 to 1.250400600", rows[0]);
        Assert.Contains("at most 0.200", rows[1], StringComparison.Ordinal);
        Assert.Contains("within limitsestimated from a sample of 2,048 rows", rows[2], StringComparison.Ordinal);
        Assert.Equal([2, 1, 1], page.OfClass("interval").Select(bar => bar.Elements().Count(mark => mark.Attribute("class")!.Value == "limit")));
    }

    [Fact]
    public void Write_InfiniteValues_AreShownAsSuch()
    {
        ParsedPage page = Write([KindSamples.Facet("Sex", "0", "TE", double.NegativeInfinity, double.PositiveInfinity, violated: true)]);

        page.MustBeSafe();
        Assert.Contains("−∞", page.OfClass("facet").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MoreFacetsThanAreShown_HasThoseWithViolationsAndTheOthersInALineEach()
    {
        ParsedPage page = Write([.. Enumerable.Range(0, 200).Select(i => KindSamples.Facet("Region", $"r{i}", "DI", 0.5, 0.9, violated: i == 150))]);

        Assert.Equal(BiasContent.MostFacets, page.OfClass("facet").Count());
        Assert.Equal("r150", page.OfClass("facet").First().Attribute("data-value")!.Value);
        Assert.Equal(200 - BiasContent.MostFacets, page.ById("facets").Element("tbody")!.Elements("tr").Count());
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage() => Write(
        [.. ReportSamples.HostileNames.Select(name => KindSamples.Facet(name, name, name, 0.5, 0.9, violated: true, reason: name))],
        [.. ReportSamples.HostileNames.Select(name => new Violation(name, name, name))]).MustBeSafe();

    private static ParsedPage Write(IReadOnlyList<BiasFinding> metrics, params Violation[] violations) => new(RunPage.Write(RunPageModel.Of(
        new StoredReport(KindSamples.Bias(0, metrics), null, violations), ReportSamples.Endpoint, "reports/", new BaselineReference())));
}
