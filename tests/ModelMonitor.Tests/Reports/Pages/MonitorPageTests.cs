using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Reports.Pages;

public sealed class MonitorPageTests
{
    [Fact]
    public void Write_SomeRuns_ShowsDriftTimeAndRuns()
    {
        ParsedPage page = new(MonitorPage.Write(History(hours: 30, features: 5, badFrom: 20)));
        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Equal(3, page.All("figure").Count());
        Assert.StartsWith("Violations in every window since 2026-11-01 20:00.", page.ById("verdict").Value, StringComparison.Ordinal);
        Assert.Contains("feature_number_000 drifts", page.ById("verdict").Value, StringComparison.Ordinal);
        Assert.Equal("runs/20261102T050000Z.html", page.ById("run-table").Descendants("a").First().Attribute("href")!.Value);
    }

    [Fact]
    public void Write_NinetyDaysOfHours_IsSmall()
    {
        byte[] page = MonitorPage.Write(History(hours: 90 * 24, features: 120, badFrom: 100));
        Assert.True(page.Length < 500_000, $"{page.Length} bytes");
        ParsedPage parsed = new(page);
        parsed.MustBeSafe();
        Assert.Equal(MonitorPage.MostRows, parsed.ById("run-table").Element("tbody")!.Elements("tr").Count());
        Assert.Equal("100", parsed.ById("more-runs").Attribute("data-shown")!.Value);
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage()
    {
        HistoryBuilder builder = new(MonitorHistory.Of(ReportSamples.Monitor, ReportSamples.HostileNames[0]));
        builder.Add(ReportSamples.Record(0, ReportSamples.HostileNames, drifted: 14) with { BaselineVersion = ReportSamples.HostileNames[2] });
        builder.Add(ReportSamples.Record(1, [], 0, RunOutcome.Failed) with
        {
            BaselineVersion = ReportSamples.HostileNames[1],
            Message = string.Concat(ReportSamples.HostileNames),
        });
        new ParsedPage(MonitorPage.Write(builder.Build())).MustBeSafe();
    }

    [Fact]
    public void Write_NothingMoves_SaysSo()
    {
        ParsedPage page = new(MonitorPage.Write(History(hours: 3, features: 2, badFrom: 99)));
        Assert.Equal("Healthy: no violation in the last 3 windows.", page.ById("verdict").Value);
    }

    private static MonitorHistory History(int hours, int features, int badFrom)
    {
        HistoryBuilder builder = new(MonitorHistory.Of(ReportSamples.Monitor, ReportSamples.Endpoint));
        IReadOnlyList<string> names = ReportSamples.Names(features);
        for (int hour = 0; hour < hours; hour++)
        {
            builder.Add(ReportSamples.Record(hour, names, hour >= badFrom ? Math.Min(features, 3 + (hour % 40)) : 0));
        }

        return builder.Build();
    }
}
