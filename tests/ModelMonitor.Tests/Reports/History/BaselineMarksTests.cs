using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Reports.History;

public sealed class BaselineMarksTests
{
    [Fact]
    public void Build_BaselineChanges_MarksTheFirstWindowOfEachAfterTheFirst()
    {
        MonitorHistory history = Build("v1", "v1", null, "v2", null, "v2", "v1");

        Assert.Equal(
            [(3, "baseline v2", "runs/20261101T030000Z.html"), (6, "baseline v1", "runs/20261101T060000Z.html")],
            history.Marks.Select(mark => ((int)(mark.Time - ReportSamples.FirstHour).TotalHours, mark.Title, mark.Link)));
        Assert.All(history.Marks, mark => Assert.Equal(HistoryMark.Baseline, mark.Kind));
    }

    [Fact]
    public void Build_RunBeforeTheChangeComesLate_MovesNoMarkAndDoublesNone()
    {
        MonitorHistory history = Build("v1", "v2");
        HistoryBuilder builder = new(history);
        builder.Add(ReportSamples.Record(2, ["a"]) with { BaselineVersion = "v2" });
        builder.Add(ReportSamples.Record(0, ["a"]) with { BaselineVersion = "v1" });

        Assert.Equal(history.Marks, builder.Build().Marks);
    }

    [Fact]
    public void Build_MarksOfAnotherKind_AreKeptInTheOrderOfTime()
    {
        HistoryMark other = new(ReportSamples.FirstHour.AddMinutes(30), "retraining", "retrained", null);
        MonitorHistory history = Build("v1", "v2", "v3");

        MonitorHistory built = new HistoryBuilder(history with { Marks = [.. history.Marks, other] }).Build();

        Assert.Equal([other, .. history.Marks], built.Marks);
    }

    [Fact]
    public void MonitorPage_WithMarks_TellsThemInWordsAndToTheCharts()
    {
        HistoryMark hostile = new(ReportSamples.FirstHour, "retraining", ReportSamples.HostileNames[0], null);
        MonitorHistory history = Build("v1", "v2");
        ParsedPage page = new(MonitorPage.Write(history with { Marks = [hostile, .. history.Marks] }));

        page.MustBeSafe();
        Assert.Equal("2026-11-01 01:00: baseline v2", page.ById("marks").Elements("li").First().Value);
        Assert.Equal("runs/20261101T010000Z.html", page.ById("marks").Descendants("a").Single().Attribute("href")!.Value);
        Assert.Contains("""[1793494800,"baseline","baseline v2"]""", page.ById("runs").Value, StringComparison.Ordinal);
    }

    private static MonitorHistory Build(params string?[] versions)
    {
        HistoryBuilder builder = new(MonitorHistory.Of(ReportSamples.Monitor, ReportSamples.Endpoint));
        for (int hour = 0; hour < versions.Length; hour++)
        {
            builder.Add(ReportSamples.Record(hour, ["a"], 0, versions[hour] is null ? RunOutcome.NoData : null) with { BaselineVersion = versions[hour] });
        }

        return builder.Build();
    }
}
