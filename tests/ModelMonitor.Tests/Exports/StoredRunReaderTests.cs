using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Exports;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Exports;

public sealed class StoredRunReaderTests
{
    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(SampleReport.Ten));

    [Fact]
    public async Task Runs_OfSeveralHours_AreReadInOrderWithTheirDocuments()
    {
        await SampleReport.PutAsync(_store, SampleReport.Of(hour: 1));
        await SampleReport.PutAsync(_store, SampleReport.Of(hour: 0));

        List<StoredRunReading> readings = await ReadAsync(new RunSelection());

        Assert.Equal([0, 1], readings.Select(reading => (reading.Report!.Record.Window!.Start - SampleReport.Ten).TotalHours));
        Assert.All(readings, reading => Assert.Equal(2, reading.Report!.Violations.Count));
        Assert.All(readings, reading => Assert.Equal("age", Assert.Single(reading.Report!.Statistics!.Features).Name));
    }

    [Fact]
    public async Task Runs_OfWindowsWithinHours_AreReadInTheOrderOfTheirWindows()
    {
        DateTimeOffset[] ends = [.. Enumerable.Range(0, 6).Select(i => SampleReport.Ten.AddMinutes(15 * i))];
        foreach (DateTimeOffset end in ends)
        {
            StoredReport report = SampleReport.Of();
            await SampleReport.PutAsync(_store, report with { Record = report.Record with { Window = new TimeWindow(end.AddMinutes(-15), end) } });
        }

        Assert.Equal(ends, (await ReadAsync(new RunSelection())).Select(reading => reading.Report!.Record.Window!.End));
    }

    [Fact]
    public async Task Selection_OfTimes_TakesWindowsThatBeginWithin()
    {
        for (int hour = 0; hour < 4; hour++)
        {
            await SampleReport.PutAsync(_store, SampleReport.Of(hour: hour));
        }

        List<StoredRunReading> readings = await ReadAsync(new RunSelection(From: SampleReport.Ten.AddHours(1), To: SampleReport.Ten.AddHours(3)));

        Assert.Equal([1, 2], readings.Select(reading => (reading.Report!.Record.Window!.Start - SampleReport.Ten).TotalHours));
    }

    [Fact]
    public async Task Selection_OfAMonitor_TakesItsRunsOnly()
    {
        StoredReport other = SampleReport.Of();
        await SampleReport.PutAsync(_store, SampleReport.Of());
        await SampleReport.PutAsync(_store, other with { Record = other.Record with { Monitor = "fraud" } });

        Assert.Equal(["churn", "fraud"], await new StoredRunReader(_store).FindMonitorsAsync(CancellationToken.None));
        Assert.Equal("fraud", Assert.Single(await ReadAsync(new RunSelection("fraud"))).Report!.Record.Monitor);
    }

    [Fact]
    public async Task Documents_OfAnEarlierRun_AreNotReadAsThisOnes()
    {
        StoredReport report = SampleReport.Of();
        await SampleReport.PutAsync(_store, report);
        await SampleReport.PutAsync(_store, report with { Statistics = null, Record = report.Record with { Documents = [] } });

        StoredReport read = Assert.Single(await ReadAsync(new RunSelection())).Report!;

        Assert.Null(read.Statistics);
        Assert.Empty(read.Violations);
    }

    [Fact]
    public async Task FailedRunsAndThoseWithoutWindow_AreLeftOut()
    {
        StoredReport report = SampleReport.Of();
        await SampleReport.PutAsync(_store, report with { Record = report.Record with { Outcome = RunOutcome.Failed } });
        await SampleReport.PutAsync(_store, report with { Record = report.Record with { Window = null } });

        Assert.Empty(await ReadAsync(new RunSelection()));
    }

    [Theory]
    [InlineData("run.json", "not JSON", "its record cannot be read")]
    [InlineData("statistics.json", "{}", "statistics.json")]
    public async Task DamagedFile_IsToldAndTheOthersAreRead(string name, string content, string problem)
    {
        string folder = await SampleReport.PutAsync(_store, SampleReport.Of());
        await SampleReport.PutAsync(_store, SampleReport.Of(hour: 1));
        await _store.PutAsync(folder + name, Encoding.UTF8.GetBytes(content));

        List<StoredRunReading> readings = await ReadAsync(new RunSelection());

        Assert.Null(readings[0].Report);
        Assert.Contains(problem, readings[0].Problem, StringComparison.Ordinal);
        Assert.NotNull(readings[1].Report);
    }

    [Fact]
    public async Task RecordThatNamesAnotherMonitorOrAPathAsKind_IsNotBelieved()
    {
        StoredReport report = SampleReport.Of();
        string folder = ObjectKeys.ReportFolder(SampleReport.Endpoint, "churn", SampleReport.Ten.AddHours(1));
        foreach (RunRecord record in new[] { report.Record with { Monitor = "../x" }, report.Record with { Kind = "../../x" } })
        {
            byte[] content = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord);
            await _store.PutAsync(folder + ObjectKeys.Run, content);

            Assert.Null(Assert.Single(await ReadAsync(new RunSelection())).Report);
        }
    }

    [Theory]
    [InlineData("reports/e/churn/2026/11/22/11/statistics.json")]
    [InlineData("reports/e/../2026/11/22/11/run.json")]
    [InlineData("reports/e/Churn/2026/11/22/11/run.json")]
    [InlineData("reports/e/churn/2026/13/22/11/run.json")]
    [InlineData("reports/e/churn/2026/11/22/run.json")]
    [InlineData("other/e/churn/2026/11/22/11/run.json")]
    public void Key_ThatIsNotOfARecord_IsNone(string key) => Assert.Null(StoredRunKey.Parse(key));

    [Fact]
    public void Key_OfARecord_IsTakenApart() => Assert.Equal(
        new StoredRunKey("reports/e/churn/2026/11/22/11/", "e", "churn", SampleReport.Ten.AddHours(1)),
        StoredRunKey.Parse("reports/e/churn/2026/11/22/11/run.json"));

    private async Task<List<StoredRunReading>> ReadAsync(RunSelection selection) =>
        await new StoredRunReader(_store).ReadAsync(selection).ToListAsync();
}
