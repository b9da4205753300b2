using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Remediation;
using static ModelMonitor.Tests.Remediation.Remediations;

namespace ModelMonitor.Tests.Remediation;

public sealed class RemediationDeciderTests
{
    private static readonly bool[] Both = [false, true];

    /// <summary>
    /// Every combination of what a decision looks at. The expectation is the table of docs/operations.md: the first line that
    /// applies.
    /// </summary>
    [Fact]
    public void Decide_EveryCombination_IsTheFirstLineThatApplies()
    {
        int seen = 0;
        HashSet<RemediationReason> reasons = [];
        foreach ((bool remediates, AlarmState state, bool running, bool cooling, bool limit, bool maintenance, bool dryRun, long? rows, bool old) in
            from remediates in Both
            from state in Enum.GetValues<AlarmState>()
            from running in Both
            from cooling in Both
            from limit in Both
            from maintenance in Both
            from dryRun in Both
            from rows in (long?[])[null, 99, 100]
            from old in Both
            select (remediates, state, running, cooling, limit, maintenance, dryRun, rows, old))
        {
            (RemediationReason Reason, bool Applies)[] table =
            [
                (RemediationReason.NotAnActionAlarm, !remediates),
                (RemediationReason.InsufficientData, state == AlarmState.InsufficientData),
                (RemediationReason.BackToOk, state == AlarmState.Ok),
                (RemediationReason.AlreadyRunning, running),
                (RemediationReason.CoolingDown, cooling),
                (RemediationReason.WeeklyLimit, limit),
                (RemediationReason.Maintenance, maintenance),
                (RemediationReason.ReportGone, rows is null || old),
                (RemediationReason.TooFewRows, rows < 100),
                (RemediationReason.DryRun, dryRun),
                (RemediationReason.Start, true),
            ];

            RemediationDecision decision = RemediationDecider.Decide(
                Change(state, remediates ? 1 : 0),
                Monitor(Section(running, cooling, limit, maintenance, dryRun)),
                History(running, cooling, limit),
                rows is null ? null : Evidence(rows.Value, old ? TimeSpan.FromDays(1) : TimeSpan.Zero),
                Now);

            RemediationReason expected = table.First(line => line.Applies).Reason;
            Assert.True(
                expected == decision.Reason,
                $"{(remediates, state, running, cooling, limit, maintenance, dryRun, rows, old)}: expected {expected}, found {decision.Reason}");
            Assert.Equal(expected is RemediationReason.DryRun or RemediationReason.WeeklyLimit, decision.Notifies);
            Assert.EndsWith(".", decision.Explanation.Replace(")", "", StringComparison.Ordinal), StringComparison.Ordinal);
            reasons.Add(decision.Reason);
            seen++;
        }

        Assert.Equal(2 * 3 * 8 * 4 * 3 * 2, seen);
        Assert.Equal(11, reasons.Count);
    }

    [Theory]
    [InlineData(24 * 60 - 1, RemediationReason.CoolingDown)]
    [InlineData(24 * 60, RemediationReason.Start)]
    [InlineData(-5, RemediationReason.CoolingDown)]
    public void Decide_AfterAStart_CoolsDownForAsLongAsTheMonitorSays(int minutesAgo, RemediationReason expected) =>
        Assert.Equal(expected, Decide(new RemediationHistory { Starts = [Start(Now.AddMinutes(-minutesAgo))] }).Reason);

    [Theory]
    [InlineData(7 * 24 * 60 - 1, RemediationReason.WeeklyLimit)]
    [InlineData(7 * 24 * 60, RemediationReason.Start)]
    public void Decide_TwoStartsWithinAWeek_AreTheLimitUntilTheFirstIsAWeekOld(int minutesAgo, RemediationReason expected) =>
        Assert.Equal(expected, Decide(new RemediationHistory { Starts = [Start(Now.AddMinutes(-minutesAgo)), Start(Now.AddDays(-2))] }).Reason);

    [Theory]
    [InlineData(119, RemediationReason.AlreadyRunning)]
    [InlineData(120, RemediationReason.Start)]
    public void Decide_StartThatDidNotEnd_RunsForAsLongAsTheMonitorSays(int minutesAgo, RemediationReason expected)
    {
        RemediationSection section = new(Pipeline) { DryRun = false, Timeout = TimeSpan.FromHours(2), Cooldown = TimeSpan.Zero };
        RemediationHistory history = new() { Starts = [Start(Now.AddMinutes(-minutesAgo)) with { EndedAt = null }] };

        Assert.Equal(expected, RemediationDecider.Decide(Change(), Monitor(section), history, Evidence(1000), Now).Reason);
    }

    [Fact]
    public void Decide_StartsThatFailed_CountForNothing()
    {
        RemediationHistory history = new()
        {
            Starts = [.. Enumerable.Range(1, 3).Select(hours => Start(Now.AddHours(-hours)) with { EndedAt = null, FailedAt = Now.AddHours(-hours) })],
        };

        Assert.Equal(RemediationReason.Start, Decide(history).Reason);
    }

    [Theory]
    [InlineData(false, RemediationReason.Start)]
    [InlineData(true, RemediationReason.CoolingDown)]
    public void Decide_StartsOfDryRuns_CountForDryRunsOnly(bool dryRun, RemediationReason expected)
    {
        RemediationHistory history = new() { Starts = [Start(Now.AddHours(-1)) with { IsDryRun = true, EndedAt = null }] };

        Assert.Equal(expected, RemediationDecider.Decide(
            Change(), Monitor(new RemediationSection(Pipeline) { DryRun = dryRun }), history, Evidence(1000), Now).Reason);
    }

    /// <summary>An hourly monitor, whose captures settle for ten minutes, and an hour for the run.</summary>
    [Theory]
    [InlineData(1, 190, RemediationReason.Start)]
    [InlineData(1, 191, RemediationReason.ReportGone)]
    [InlineData(4, 310, RemediationReason.Start)]
    [InlineData(4, 311, RemediationReason.ReportGone)]
    public void Decide_WindowBeforeWhatTheAlarmLooksAt_IsNoEvidence(int windows, int minutesOld, RemediationReason expected)
    {
        MonitorDefinition monitor = Monitor();
        monitor = monitor with { Alarms = [.. monitor.Alarms.Select(alarm => alarm with { Of = windows })] };

        Assert.Equal(expected, RemediationDecider.Decide(
            Change(), monitor, new RemediationHistory(), Evidence(1000, TimeSpan.FromMinutes(minutesOld - 15)), Now).Reason);
    }

    [Fact]
    public void Decide_OldEvidence_SaysHowOldItIs() => Assert.Equal(
        "The last window judged ended at 2026-11-21 11:00 UTC, 24.3 hours before the alarm changed; what it rang about is 3.2 hours old at most.",
        RemediationDecider.Decide(Change(), Monitor(), new RemediationHistory(), Evidence(1000, TimeSpan.FromDays(1)), Now).Explanation);

    [Fact]
    public void Decide_LimitReached_TellsOnceUntilSomethingStartsAgain()
    {
        RemediationHistory history = new() { Starts = [Start(Now.AddDays(-6)), Start(Now.AddDays(-2))] };

        Assert.True(Decide(history).Notifies);
        Assert.False(Decide(history with { LimitToldAt = Now.AddDays(-1) }).Notifies);
        Assert.True(Decide(history with { LimitToldAt = Now.AddDays(-3) }).Notifies);
    }

    [Fact]
    public void Decide_MonitorWithoutSection_OnlyNotifies() => Assert.Equal(
        RemediationReason.NotAnActionAlarm,
        RemediationDecider.Decide(
            Change(), Monitor() with { Remediation = null }, new RemediationHistory(), Evidence(1000), Now).Reason);

    private static RemediationDecision Decide(RemediationHistory history) =>
        RemediationDecider.Decide(Change(), Monitor(), history, Evidence(1000), Now);

    private static RemediationSection Section(bool running, bool cooling, bool limit, bool maintenance, bool dryRun) => new(Pipeline)
    {
        Cooldown = cooling ? TimeSpan.FromDays(2) : TimeSpan.FromHours(12),
        MaxPerWeek = limit ? 1 : 2,
        Timeout = running ? TimeSpan.FromDays(2) : TimeSpan.FromHours(1),
        Maintenance = [new MaintenanceWindow([maintenance ? Now.DayOfWeek : Now.AddDays(3).DayOfWeek], TimeSpan.Zero, TimeSpan.FromDays(1))],
        DryRun = dryRun,
    };

    /// <summary>One start, a day ago, of the kind that the section counts.</summary>
    private static RemediationHistory History(bool running, bool cooling, bool limit) => !(running || cooling || limit)
        ? new RemediationHistory()
        : new RemediationHistory { Starts = [Start(Now.AddDays(-1)) with { EndedAt = running ? null : Now.AddHours(-20) }] };
}
