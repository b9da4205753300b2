using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class LabelGrowthTests
{
    private static readonly DateTimeOffset Ten = GroundTruthFixture.Ten;
    private static readonly DateTimeOffset Eleven = Ten.AddHours(1);

    private readonly GroundTruthFixture _fixture = new();

    [Fact]
    public async Task Plan_LabelsTwoHoursLater_JudgesTheWindowAgainAsOneRecord()
    {
        await _fixture.CaptureAsync(Ten, 100);
        Assert.Equal([("22 10", 0.0)], Shares(await _fixture.FireAsync(Eleven)));
        _fixture.Time.Advance(TimeSpan.FromHours(1));
        await _fixture.LabelAsync(Ten, 0, 60);

        IReadOnlyList<RunRecord> records = await _fixture.FireAsync(Eleven.AddHours(2));

        Assert.Contains(("22 10", 0.6), Shares(records));
        Assert.Equal(RunOutcome.Completed, records[0].Outcome);
        Assert.Equal(0.6, (await MonitoringRun.FindRecordAsync(_fixture.Settings(GroundTruthFixture.Hour(Ten))))!.GroundTruth!.LabelledShare);
    }

    [Fact]
    public async Task Plan_SharesGrowOverDays_JudgesAtEachStepAndWhenTheWindowCloses()
    {
        await _fixture.CaptureAsync(Ten, 100);
        List<(int Day, double Share)> judged = [.. (await _fixture.FireAsync(Eleven)).Select(record => (0, record.GroundTruth!.LabelledShare))];
        (int First, int Count)[] days = [(0, 30), (30, 25), (55, 20), (75, 4), (79, 2), (81, 15), (0, 0), (96, 2), (0, 0)];
        for (int day = 0; day < days.Length; day++)
        {
            DateTimeOffset firedAt = Eleven.AddDays(day).AddHours(2);
            _fixture.Time.Advance(firedAt - TimeSpan.FromHours(1) - _fixture.Time.GetUtcNow());
            if (days[day].Count > 0)
            {
                await _fixture.LabelAsync(Ten, days[day].First, days[day].Count, name: "day");
            }

            judged.AddRange((await _fixture.FireAsync(firedAt))
                .Where(record => record.Window == GroundTruthFixture.Hour(Ten))
                .Select(record => (day, record.GroundTruth!.LabelledShare)));
        }

        // Labels of the seventh day come an hour after the window closed, and count no more.
        Assert.Equal([(0, 0.0), (1, 0.55), (4, 0.81), (5, 0.96)], judged);
    }

    [Fact]
    public async Task Plan_LabelsBetweenTwoSteps_AreCountedWhenTheWindowCloses()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromMinutes(30));
        await _fixture.LabelAsync(Ten, 0, 40);

        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddDays(6))).Select(share => share.Window));
        Assert.Contains(("22 10", 0.4), Shares(await _fixture.FireAsync(Eleven.AddDays(7).AddHours(1))));
        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddDays(7).AddHours(2))).Select(share => share.Window));
    }

    [Fact]
    public async Task Plan_CorrectionsOfLabels_AreNoGrowth()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 40);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromHours(1));
        await _fixture.LabelAsync(Ten, 0, 40, "corrections", "0");

        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddHours(2))).Select(share => share.Window));
    }

    [Fact]
    public async Task Plan_NothingNew_OpensNoLabelsAndPlansTheSame()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 90);
        await _fixture.FireAsync(Eleven);
        int reads = _fixture.Labels.Reads;

        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));
        IReadOnlyList<PlannedWindow> later = await _fixture.PlanAsync(Eleven.AddDays(3));

        Assert.Equal(PlanStatus.AlreadyDone, planned.Status);
        Assert.DoesNotContain(later, window => window.Plan.Window == GroundTruthFixture.Hour(Ten));
        Assert.Equal(reads, _fixture.Labels.Reads);
    }

    [Fact]
    public async Task Plan_LabelsBelowAStep_AreStreamedOnceAndRemembered()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromMinutes(30));
        await _fixture.LabelAsync(Ten, 0, 30);
        int reads = _fixture.Labels.Reads;
        await _fixture.PlanAsync(Eleven.AddHours(1));
        await _fixture.PlanAsync(Eleven.AddHours(2));
        Assert.Equal(reads + 1, _fixture.Labels.Reads);
        await _fixture.LabelAsync(Ten, 20, 40, "more");

        Assert.Contains(("22 10", 0.6), Shares(await _fixture.FireAsync(Eleven.AddHours(3))));
    }

    [Fact]
    public async Task Plan_SampleLost_JudgesTheWindowAgainWhenLabelsCome()
    {
        await _fixture.CaptureAsync(Ten, 100);
        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));
        await _fixture.FireAsync(Eleven);
        await _fixture.Artifacts.PutAsync(PlanFiles.SampleKeyOf(planned.PlanKey), "damaged"u8.ToArray());
        _fixture.Time.Advance(TimeSpan.FromMinutes(30));
        await _fixture.LabelAsync(Ten, 0, 10);

        Assert.Contains(("22 10", 0.1), Shares(await _fixture.FireAsync(Eleven.AddHours(1))));
    }

    [Fact]
    public async Task Plan_ManyPredictions_EstimatesTheShareFromTheSample()
    {
        await _fixture.CaptureAsync(Ten, 20_000);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromHours(1));
        await _fixture.LabelAsync(Ten, 0, 9_000);
        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddHours(2))).Select(share => share.Window));
        _fixture.Time.Advance(TimeSpan.FromMinutes(40));
        await _fixture.LabelAsync(Ten, 9_000, 2_000, "more");

        Assert.Contains(("22 10", 0.55), Shares(await _fixture.FireAsync(Eleven.AddHours(3))));
    }

    [Fact]
    public async Task Plan_CapturesExpired_LeavesTheReportAlone()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 60);
        await _fixture.FireAsync(Eleven);
        _fixture.Captures.Expire("capture/");
        await _fixture.LabelAsync(Ten, 60, 40, "more");

        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddHours(2))).Select(share => share.Window));
        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddDays(7).AddHours(1))).Select(share => share.Window));
        RunRecord record = (await MonitoringRun.FindRecordAsync(_fixture.Settings(GroundTruthFixture.Hour(Ten))))!;
        Assert.Equal((RunOutcome.Completed, 0.6), (record.Outcome, record.GroundTruth!.LabelledShare));
    }

    [Fact]
    public async Task Plan_LabelsExpired_LeavesTheReportAlone()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 60);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromHours(1));
        await _fixture.LabelAsync(Ten, 60, 40);
        _fixture.StoredLabels.Expire("truth/2026/11/22/11/");

        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddHours(2))).Select(share => share.Window));
    }

    [Fact]
    public async Task Plan_LabelsWrittenAnewUnderOtherNames_JudgesTheWindowAgain()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.LabelAsync(Ten, 0, 60);
        await _fixture.FireAsync(Eleven);
        _fixture.StoredLabels.Expire("truth/2026/11/22/11/a");
        await _fixture.LabelAsync(Ten, 0, 90, "b");

        Assert.Contains(("22 10", 0.9), Shares(await _fixture.FireAsync(Eleven.AddHours(2))));
    }

    [Fact]
    public async Task Plan_ShareReachesAStepExactly_JudgesTheWindowAgain()
    {
        await _fixture.CaptureAsync(Ten, 10);
        await _fixture.LabelAsync(Ten, 0, 7);
        await _fixture.FireAsync(Eleven);
        await _fixture.LabelAsync(Ten, 7, 1, "more");

        Assert.Contains(("22 10", 0.8), Shares(await _fixture.FireAsync(Eleven.AddHours(2))));
        Assert.DoesNotContain("22 10", Shares(await _fixture.FireAsync(Eleven.AddHours(3))).Select(share => share.Window));
    }

    [Fact]
    public async Task Plan_AnotherScheduleSince_JudgesWindowsOfTheEarlierOneAgain()
    {
        DateTimeOffset midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.FireAsync(Eleven);
        _fixture.Time.Advance(TimeSpan.FromHours(1));
        await _fixture.LabelAsync(Ten, 0, 60);
        _fixture.Schedule = Schedule.Daily;
        _fixture.History = new ScheduleHistory(midnight, [new EarlierSchedule(Schedule.Hourly, null, midnight)]);

        Assert.Equal([("22 10", 0.6), ("23 00", 0.0)], Shares(await _fixture.FireAsync(midnight.AddDays(1))));
        Assert.Equal([("24 00", 0.0)], Shares(await _fixture.FireAsync(midnight.AddDays(2))));
    }

    [Fact]
    public async Task Plan_ManyObjectsWithLabels_KeepsAFewBytesForEachAndWritesThemWhenOneIsNew()
    {
        await _fixture.CaptureAsync(Ten, 100);
        string folder = ModelMonitor.Contracts.ObjectKeys.RunFolder(GroundTruthFixture.Monitor.Name, Ten);
        await _fixture.FireAsync(Eleven);
        for (int i = 0; i < 500; i++)
        {
            await _fixture.LabelAsync($"labels-of-the-business-{i}", []);
        }

        await _fixture.PlanAsync(Eleven.AddHours(1));
        StoredObject kept = await KeptAsync();
        await _fixture.PlanAsync(Eleven.AddHours(2));
        Assert.Equal(kept, await KeptAsync());
        await _fixture.LabelAsync("one-more", []);
        await _fixture.PlanAsync(Eleven.AddHours(3));

        Assert.Equal(500 * 8, kept.Size);
        Assert.Equal(501 * 8, (await KeptAsync()).Size);

        async Task<StoredObject> KeptAsync()
        {
            await foreach (StoredObject stored in _fixture.Artifacts.ListAsync(folder))
            {
                if (stored.Key.EndsWith(".hashes", StringComparison.Ordinal))
                {
                    return stored;
                }
            }

            throw new InvalidOperationException("Nothing is kept.");
        }
    }

    [Fact]
    public async Task Plan_LabelsAppearInOldFoldersOfAClosedWindow_JudgesItOnceAfterItClosed()
    {
        await _fixture.CaptureAsync(Ten, 100);
        await _fixture.FireAsync(Eleven);
        List<double> judged = [];
        for (int hour = 1; hour <= 4; hour++)
        {
            await _fixture.Labels.PutAsync(
                $"truth/2026/11/22/12/late-{hour}.jsonl",
                Encoding.UTF8.GetBytes(GroundTruthLines.Label(GroundTruthFixture.Id(Ten, hour), "1")),
                default,
                default);
            judged.AddRange((await _fixture.FireAsync(Eleven.AddDays(7).AddHours(hour)))
                .Where(record => record.Window == GroundTruthFixture.Hour(Ten))
                .Select(record => record.GroundTruth!.LabelledShare));
        }

        Assert.Equal([0.01], judged);
    }

    private static IEnumerable<(string Window, double Share)> Shares(IReadOnlyList<RunRecord> records) => records.Select(record =>
        (record.Window!.Start.ToString("dd HH", CultureInfo.InvariantCulture), record.GroundTruth!.LabelledShare));
}
