using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Reports.Pages;

public sealed class IndexPageTests
{
    private static readonly MonitorDefinition Definition = new() { Name = ReportSamples.Monitor, Endpoint = ReportSamples.Endpoint };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Monitor_TellsWhenItsNextReportIsDueOnlyIfAScheduleRunsIt(bool isScheduled)
    {
        HistoryBuilder builder = new(MonitorHistory.Of(ReportSamples.Monitor, ReportSamples.Endpoint));
        builder.Add(ReportSamples.Record(0, ["a"]));
        MonitorHistory history = builder.Build().With(Definition, isScheduled);

        ParsedPage index = new(IndexPage.Write([MonitorState.Of(history)]));
        ParsedPage monitor = new(MonitorPage.Write(history));

        Assert.Equal(isScheduled, index.Text.Contains("next report due", StringComparison.Ordinal));
        Assert.Equal(isScheduled, index.All("td").Any(cell => cell.Attribute("data-due") is not null));
        Assert.Equal(isScheduled, monitor.Text.Contains("Next report due", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_MonitorsOfOneFile_StandTogetherWithWhatIsFarthest()
    {
        RunRecord quality = KindSamples.Quality(0);
        MonitorState[] states =
        [
            StateOf(KindSamples.Attribution(0, ["a"]) with { Monitor = "zoo-attribution", Outcome = RunOutcome.Completed, Violations = 0 }),
            StateOf(ReportSamples.Record(0, ["a"], drifted: 1) with { Monitor = "other" }),
            StateOf(quality with { Monitor = "zoo-model-quality" }),
            StateOf(ReportSamples.Record(0, ["a"], drifted: 0) with { Monitor = "zoo" }),
            StateOf(ReportSamples.Record(0, ["a"], drifted: 0) with { Monitor = "calm" }),
        ];

        ParsedPage page = new(IndexPage.Write(states));

        Assert.Equal(
            ["other", "zoo", "zoo-model-quality", "zoo-attribution", "calm"],
            page.ById("monitors").Element("tbody")!.Elements("tr").Select(row => row.Attribute("data-monitor")!.Value));
        Assert.Contains("auc 0.515, threshold 0.940", page.Text, StringComparison.Ordinal);
        Assert.Contains("churn-endpoint · model quality", page.Text, StringComparison.Ordinal);
    }

    private static MonitorState StateOf(RunRecord record)
    {
        HistoryBuilder builder = new(MonitorHistory.Of(record.Monitor, ReportSamples.Endpoint));
        builder.Add(record);
        return MonitorState.Of(builder.Build());
    }
}
