using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Remediation;

/// <summary>Decides what is done about an alarm's change. A pure function: of the same, always the same.</summary>
public static class RemediationDecider
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Decides.</summary>
    /// <param name="change">The change, of an alarm of the monitor.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="history">What was started before.</param>
    /// <param name="evidence">What the last judged window says; null when there is none.</param>
    /// <param name="now">The time.</param>
    public static RemediationDecision Decide(
        AlarmChange change, MonitorDefinition monitor, RemediationHistory history, RemediationEvidence? evidence, DateTimeOffset now)
    {
        if (monitor.Remediation is not { } remediation || !monitor.Remediates(change.Alarm.Id))
        {
            return new(RemediationReason.NotAnActionAlarm, "The alarm only notifies: it has no \"remediate\": true.");
        }

        return change.State switch
        {
            AlarmState.InsufficientData => new(RemediationReason.InsufficientData, "The alarm cannot tell for want of data."),
            AlarmState.Ok => new(RemediationReason.BackToOk, "The alarm does not ring any more."),
            _ => FindObstacle(change, remediation, history, now)
                ?? FindWeakness(change, monitor, remediation, evidence)
                ?? (remediation.DryRun
                    ? new(RemediationReason.DryRun, $"It is a dry run: the {remediation.Target} would have been started.", Notifies: true)
                    : new(RemediationReason.Start, $"The {remediation.Target} is started.")),
        };
    }

    private static RemediationDecision? FindObstacle(
        AlarmChange change, RemediationSection remediation, RemediationHistory history, DateTimeOffset now)
    {
        // A dry run shows what would happen, and so counts its own starts; they count for nothing else.
        RemediationStart[] starts = [.. history.Starts.Where(start => start.FailedAt is null && (remediation.DryRun || !start.IsDryRun))];
        RemediationStart? running = starts.LastOrDefault(start => start.IsRunning(remediation.Timeout, now));
        if (running is not null)
        {
            return new(RemediationReason.AlreadyRunning, $"What was started at {Figures.Time(running.Time)} UTC has not ended.");
        }

        if (starts.Length > 0 && now - starts[^1].Time < remediation.Cooldown)
        {
            return new(
                RemediationReason.CoolingDown,
                $"The last start was at {Figures.Time(starts[^1].Time)} UTC; nothing is started before {Figures.Time(starts[^1].Time + remediation.Cooldown)} UTC.");
        }

        int ofWeek = starts.Count(start => now - start.Time < Week);
        if (ofWeek >= remediation.MaxPerWeek)
        {
            return new(
                RemediationReason.WeeklyLimit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It was started {ofWeek} times within seven days, and may be {remediation.MaxPerWeek} times (maxPerWeek). Retraining does not seem to help."),
                Notifies: history.LimitToldAt is not { } told || told < starts[^1].Time || history.LimitToldFor == change.Token);
        }

        return remediation.Maintenance.Any(window => window.Contains(now))
            ? new(RemediationReason.Maintenance, "It is a time of maintenance, in which nothing is started, and nothing made up for afterwards.")
            : null;
    }

    private static RemediationDecision? FindWeakness(
        AlarmChange change, MonitorDefinition monitor, RemediationSection remediation, RemediationEvidence? evidence)
    {
        if (evidence is null)
        {
            return new(RemediationReason.ReportGone, "There is no report of a window that was judged of late.");
        }

        TimeSpan age = change.Time - evidence.Window.End;
        TimeSpan most = EvidenceAge.MostOf(monitor, change.Alarm.Id);
        if (age > most)
        {
            return new(
                RemediationReason.ReportGone,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The last window judged ended at {Figures.Time(evidence.Window.End)} UTC, {age.TotalHours:0.#} hours before the alarm changed; what it rang about is {most.TotalHours:0.#} hours old at most."));
        }

        return evidence.Rows < remediation.MinimumRows
            ? new(
                RemediationReason.TooFewRows,
                $"The window has {Figures.Count(evidence.Rows, "row")}, too few to act on; minimumRows is {Figures.Count(remediation.MinimumRows)}.")
            : null;
    }
}
