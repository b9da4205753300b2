using ModelMonitor.Bias;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Reports.Pages.Kinds;

public sealed class MetricTimelineTests
{
    [Fact]
    public void Write_ModelQuality_HasAChartForEachMetricAndOneOfLabels()
    {
        ParsedPage page = new(MonitorPage.Write(History(5, hour => KindSamples.Quality(hour, hour < 3 ? 0.96 : 0.5))));

        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Equal(
            ["auc over time; it is violated in 2 of 5 windows.", "accuracy over time; it is violated in 0 of 5 windows."],
            page.All("figure").Take(2).Select(figure => figure.Elements("div").First().Attribute("aria-label")!.Value));
        Assert.Equal("violated", page.ById("metric-1").Descendants("tbody").Single().Elements("tr").First().Elements().Last().Value);
        Assert.Contains("80 %", page.ById("labels-over-time").Value, StringComparison.Ordinal);
        Assert.Contains("Farthest is auc 0.500, threshold 0.940.", page.ById("verdict").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("drift", page.ById("timelines").Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Write_BiasOfGroups_HasALineForEachGroupOfAFacet()
    {
        BiasFinding[] metrics = [.. Enumerable.Range(0, 9).Select(i => KindSamples.Facet("Region", $"r{i}", "DI", 0.9, 1.0, violated: i == 8))];

        ParsedPage page = new(MonitorPage.Write(History(3, hour => KindSamples.Bias(hour, metrics))));

        page.FiguresMustBeComplete();
        string chart = page.ById("metric-1").Descendants("script").Single().Value;
        Assert.Contains("\"r8\"", chart, StringComparison.Ordinal); // It is violated, so it is not left out.
        Assert.Contains("The first 5 of 6 groups", page.ById("metric-1").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Attribution_HasTheScoreOverTime()
    {
        ParsedPage page = new(MonitorPage.Write(History(3, hour => KindSamples.Attribution(hour, ["a", "b"]))));

        page.FiguresMustBeComplete();
        Assert.StartsWith("NDCG of label0 over time", page.ById("metric-1").Elements("div").First().Attribute("aria-label")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NinetyDaysOfHours_IsSmall()
    {
        BiasFinding[] metrics =
        [
            .. from facet in (string[])["Sex", "Region", "Age", "Job"]
               from value in (string[])["a", "b", "c", "d", "e", "f"]
               from metric in (string[])["DI", "DPPL", "AD", "RD", "SD", "DPL", "CI"]
               select KindSamples.Facet(facet, value, metric, 0.912345, 1.0, violated: value == "a"),
        ];

        byte[] quality = MonitorPage.Write(History(90 * 24, hour => KindSamples.Quality(hour, hour % 5 / 4.0)));
        byte[] bias = MonitorPage.Write(History(90 * 24, hour => KindSamples.Bias(hour, metrics)));

        Assert.True(quality.Length < 500_000, $"{quality.Length} bytes");
        Assert.True(bias.Length < 700_000, $"{bias.Length} bytes");
        Assert.Contains("A point is the last of 6 windows", new ParsedPage(quality).ById("metrics-over-time").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_AColumnOfSeveralWindows_IsTheLastThatIsViolated()
    {
        MonitorHistory history = History(4, hour => KindSamples.Quality(hour, hour == 1 ? 0.4 : hour == 2 ? 0.5 : 0.96));

        Assert.Equal(0.5, MetricColumns.Find([.. history.Runs], 0)!.Value);
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage()
    {
        BiasFinding[] metrics = [.. ReportSamples.HostileNames.Select(name => KindSamples.Facet(name, name, "DI", 0.5, 0.9, violated: true))];
        MonitorHistory history = History(2, hour => KindSamples.Bias(hour, metrics));

        new ParsedPage(MonitorPage.Write(history)).MustBeSafe();
        new ParsedPage(IndexPage.Write([MonitorState.Of(history)])).MustBeSafe();
    }

    [Fact]
    public void Write_NoRunHasMetrics_IsWhole()
    {
        ParsedPage page = new(MonitorPage.Write(History(2, hour => KindSamples.Quality(hour) with { Quality = null, Outcome = RunOutcome.NoData })));

        page.FiguresMustBeComplete();
        Assert.DoesNotContain("No feature has moved", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ABiasMonitorOfManyGroups_KeepsFewAndAllThatAreViolatedUpToABound()
    {
        BiasFinding[] metrics = [.. Enumerable.Range(0, 200).Select(i => KindSamples.Facet("Region", $"r{i}", "DI", 0.9, 1.0, violated: i >= 190))];

        IReadOnlyList<MeasuredSeries> read = SeriesReader.Read(KindSamples.Bias(0, metrics), []);

        Assert.Equal(SeriesReader.MostSegments + 10, read.Count);
        Assert.Equal(10, read.Count(one => one.Metric.Violated is true));
    }

    [Fact]
    public void Add_AMetricThatWasViolatedOnce_GoesOn()
    {
        MonitorHistory history = History(2, hour => KindSamples.Bias(
            hour, [.. Enumerable.Range(0, 9).Select(i => KindSamples.Facet("Region", $"r{i}", "DI", 0.9, 1.0, violated: hour == 0 && i == 8))]));

        Assert.Equal([6, 6], history.Runs.Select(run => run.Metrics!.Count));
    }

    private static MonitorHistory History(int hours, Func<int, RunRecord> recordOf)
    {
        HistoryBuilder builder = new(MonitorHistory.Of(recordOf(0).Monitor, ReportSamples.Endpoint));
        for (int hour = 0; hour < hours; hour++)
        {
            builder.Add(recordOf(hour));
        }

        return builder.Build();
    }
}
