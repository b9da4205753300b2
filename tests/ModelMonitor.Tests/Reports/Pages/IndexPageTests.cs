using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;

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
}
