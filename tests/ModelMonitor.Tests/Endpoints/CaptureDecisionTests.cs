using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Endpoints;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Endpoints;

public sealed class CaptureDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly CaptureSettings Settings = EndpointSamples.Settings();
    private static readonly CapturePlan Change = CapturePlanner.Plan(EndpointSamples.Configuration(), null, Settings);
    private static readonly CapturePlan Nothing = CapturePlanner.Plan(EndpointSamples.Configuration(EndpointSamples.RightCapture), null, Settings);

    /// <summary>Every combination of what counts, and what comes of it.</summary>
    public static TheoryData<bool, string, bool, string> Table
    {
        get
        {
            TheoryData<bool, string, bool, string> table = [];
            foreach (bool differs in new[] { true, false })
            {
                foreach (bool dry in new[] { true, false })
                {
                    foreach (string status in new[] { "Updating", "SystemUpdating", "Creating", "RollingBack", "OutOfService", "Deleting", "Failed", "UpdateRollbackFailed" })
                    {
                        table.Add(differs, status, dry, CaptureStatus.Waiting);
                    }

                    table.Add(differs, "InService", dry, !differs ? CaptureStatus.Unchanged : dry ? CaptureStatus.DryRun : CaptureStatus.Update);
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_EveryCombination_IsAsTheTableSays(bool differs, string endpointStatus, bool isDryRun, string expected)
    {
        CaptureDecision decision = CaptureDecision.Of(differs ? Change : Nothing, endpointStatus, Settings with { IsDryRun = isDryRun }, [], Now);

        Assert.Equal(expected, decision.Status);
        Assert.Equal(expected == CaptureStatus.Update ? 1 : 0, decision.Updates.Count);
    }

    [Fact]
    public void Of_DryRun_TellsWhatWouldChange() => Assert.Contains(
        "churn-v1 becomes modelmonitor-churn-xgboost-",
        CaptureDecision.Of(Change, "InService", Settings with { IsDryRun = true }, [], Now).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Of_AnExecutionInFlight_IsWaitedFor()
    {
        CaptureUpdate[] updates = [new(Change.Name!, Now.AddSeconds(-30))];
        Assert.Equal(CaptureStatus.Waiting, CaptureDecision.Of(Change, "InService", Settings, updates, Now).Status);
        Assert.Equal(CaptureStatus.Update, CaptureDecision.Of(Change, "InService", Settings, updates, Now.AddMinutes(2)).Status);
    }

    [Fact]
    public void Of_AChangeThatIsRolledBackAgainAndAgain_IsGivenUp()
    {
        IReadOnlyList<CaptureUpdate> updates = [];
        DateTimeOffset time = Now;
        for (int i = 0; i < CaptureDecision.MostAttempts; i++, time += TimeSpan.FromMinutes(30))
        {
            CaptureDecision decision = CaptureDecision.Of(Change, "InService", Settings, updates, time);
            Assert.Equal(CaptureStatus.Update, decision.Status);
            updates = decision.Updates;
        }

        foreach (TimeSpan later in new[] { TimeSpan.Zero, TimeSpan.FromDays(30) })
        {
            ConfigurationException exception = Assert.Throws<ConfigurationException>(
                () => CaptureDecision.Of(Change, "InService", Settings, updates, time + later));
            Assert.Contains("delete endpoints/churn-xgboost/capture.json", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_SomethingThatUndoesEveryChange_IsNotFoughtWith()
    {
        IReadOnlyList<CaptureUpdate> updates = [];
        int tries = 0;
        int told = 0;
        for (DateTimeOffset time = Now; time < Now.AddDays(1); time += TimeSpan.FromMinutes(10))
        {
            CaptureDecision decision = CaptureDecision.Of(Change, "InService", Settings, updates, time);
            tries += decision.Status == CaptureStatus.Update ? 1 : 0;
            told += decision.AsksForAPerson ? 1 : 0;
            updates = CaptureDecision.Of(Nothing with { Present = Change.Name! }, "InService", Settings, decision.Updates, time).Updates;
            Assert.All(updates, update => Assert.True(update.WasSeen));
        }

        Assert.Equal((CaptureDecision.MostAttempts, 1), (tries, told));
        Assert.Equal(CaptureStatus.Update, CaptureDecision.Of(Change, "InService", Settings, updates, Now.AddDays(2)).Status);
    }

    [Fact]
    public async Task DecideAsync_FourthChangeWithinADay_AsksForAPersonOnceADay()
    {
        MemoryObjectStore store = new(TimeProvider.System);
        ManualTimeProvider time = new(Now);
        CaptureRecorder recorder = new(store, time);
        List<DateTimeOffset> told = [];
        int tries = 0;
        for (; time.GetUtcNow() < Now.AddDays(3); time.Advance(TimeSpan.FromMinutes(10)))
        {
            try
            {
                tries += (await recorder.DecideAsync(Change, "InService", Settings, default)).Status == CaptureStatus.Update ? 1 : 0;
                await recorder.DecideAsync(Nothing with { Present = Change.Name! }, "InService", Settings, default);
            }
            catch (ConfigurationException exception)
            {
                Assert.Contains("Find out what undoes it", exception.Message, StringComparison.Ordinal);
                told.Add(time.GetUtcNow());
            }
        }

        Assert.Equal(9, tries);
        Assert.Equal(Now.AddMinutes(30), told[0]);
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public async Task DecideAsync_TwoAtOnce_DecideOnOneUpdate()
    {
        MemoryObjectStore store = new(TimeProvider.System);
        CaptureRecorder recorder = new(store, new ManualTimeProvider(Now));

        CaptureDecision[] decisions = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => recorder.DecideAsync(Change, "InService", Settings, default)));

        Assert.Equal([CaptureStatus.Update, CaptureStatus.Waiting, CaptureStatus.Waiting], decisions.Select(decision => decision.Status).Order());
    }

    [Fact]
    public async Task DecideAsync_NoteThatIsNone_AsksToDeleteIt()
    {
        MemoryObjectStore store = new(TimeProvider.System);
        await store.PutAsync(ObjectKeys.EndpointCapture("churn-xgboost"), "[]"u8.ToArray());

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => new CaptureRecorder(store, new ManualTimeProvider(Now)).DecideAsync(Change, "InService", Settings, default));

        Assert.Contains("delete it", exception.Message, StringComparison.Ordinal);
    }
}
