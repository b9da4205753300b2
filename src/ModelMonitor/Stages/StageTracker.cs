using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Stages;

/// <summary>Keeps track of the stages of monitors: the rule fires as the first says, and the stage tells whether there is anything to do.</summary>
/// <param name="artifacts">Where stages and reports are.</param>
public sealed class StageTracker(IObjectStore artifacts)
{
    /// <summary>The stage that a monitor is in now; null for a monitor without stages.</summary>
    public async Task<MonitorStage?> FindAsync(MonitorDefinition monitor, CancellationToken cancellationToken)
    {
        if (monitor.Stages.Count == 0)
        {
            return null;
        }

        StageProgress? progress = await ReadAsync(monitor, cancellationToken).ConfigureAwait(false);
        return monitor.Stages[progress?.Entries[^1].Stage ?? 0];
    }

    /// <summary>Finds what a firing is to run, and enters the next stage when it is time.</summary>
    /// <param name="monitor">A monitor with stages.</param>
    /// <param name="baseline">The baseline that is current: its version, or its hash.</param>
    /// <param name="firing">The window of the firing on the first stage's schedule.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">Others wrote the stages again and again meanwhile.</exception>
    public async Task<StagedWindow> AdvanceAsync(
        MonitorDefinition monitor, string baseline, RequestedWindow firing, CancellationToken cancellationToken)
    {
        DateTimeOffset firedAt = firing.Window.End;
        StageProgress progress = await UpdateAsync(monitor, baseline, firedAt, cancellationToken).ConfigureAwait(false);
        StageEntry entry = progress.At(firedAt);
        MonitorDefinition staged = monitor with { Schedule = monitor.Stages[entry.Stage].Schedule };
        RequestedWindow? requested = staged.Schedule.FiresAt(firedAt) && staged.WindowDueAt(firedAt) is { } due
            ? new RequestedWindow(new TimeWindow(due.Start, due.End), IsExplicit: false)
            : null;
        return new StagedWindow(entry.Stage, staged, progress.HistoryOf(entry, monitor.Stages), requested);
    }

    private Task<StageProgress> UpdateAsync(
        MonitorDefinition monitor, string baseline, DateTimeOffset firedAt, CancellationToken cancellationToken)
    {
        return artifacts.UpdateAsync(ObjectKeys.StageProgress(monitor.Name), AdvanceAsync, cancellationToken);

        async Task<ObjectUpdate<StageProgress>> AdvanceAsync(StoredObject? present)
        {
            StageProgress? before = present is null ? null : await ReadAsync(monitor, cancellationToken).ConfigureAwait(false);
            StageProgress after = before?.Baseline == baseline ? before : StageProgress.Begin(monitor.Name, baseline, firedAt, before);
            if (after.CanRelax(monitor.Stages, firedAt)
                && await AreCleanAsync(monitor, after.Entries[^1], firedAt, cancellationToken).ConfigureAwait(false))
            {
                after = after.Relax(firedAt);
            }

            return new ObjectUpdate<StageProgress>(
                after,
                ReferenceEquals(before, after) ? null : JsonSerializer.SerializeToUtf8Bytes(after, StageJsonContext.Default.StageProgress));
        }
    }

    /// <summary>
    /// Whether the last windows before the one that ends now that were judged in the stage, as many as it says, had no
    /// violations. Windows that still wait for labels tell nothing and are passed over.
    /// </summary>
    private async Task<bool> AreCleanAsync(
        MonitorDefinition monitor, StageEntry entry, DateTimeOffset firedAt, CancellationToken cancellationToken)
    {
        MonitorStage stage = monitor.Stages[entry.Stage];
        MonitorDefinition staged = monitor with { Schedule = stage.Schedule };
        SchedulePeriod? next = staged.WindowDueAt(firedAt);
        int clean = 0;
        while (clean < stage.CleanWindows)
        {
            SchedulePeriod[] windows = next is not { } before
                ? []
                : [.. staged.WindowsBefore(before, Math.Max(stage.CleanWindows, EarlierWindows.LookedBack)).Where(window => window.Start >= entry.Since)];
            if (windows.Length == 0)
            {
                return false;
            }

            RunRecord?[] records = await BoundedConcurrency.SelectAsync(
                windows, (window, stop) => FindRecordAsync(monitor, new TimeWindow(window.Start, window.End), stop), cancellationToken)
                .ConfigureAwait(false);
            foreach (RunRecord? record in records.Reverse().Where(record => record?.WaitsForLabels(firedAt) is not true).Take(stage.CleanWindows - clean))
            {
                if (record is not { Outcome: RunOutcome.Completed })
                {
                    return false;
                }

                clean++;
            }

            next = windows[0];
        }

        return true;
    }

    /// <summary>The record of a window; null when there is none of this very window.</summary>
    private async Task<RunRecord?> FindRecordAsync(MonitorDefinition monitor, TimeWindow window, CancellationToken cancellationToken) =>
        await ReportFolder.FindRecordAsync(
            artifacts, ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, window.End), cancellationToken).ConfigureAwait(false)
            is { } record && record.Window == window ? record : null;

    /// <summary>The progress; null for none, and for one that is not of these stages, which begin anew then.</summary>
    private async Task<StageProgress?> ReadAsync(MonitorDefinition monitor, CancellationToken cancellationToken)
    {
        byte[]? content = await artifacts.TryReadAllAsync(ObjectKeys.StageProgress(monitor.Name), cancellationToken).ConfigureAwait(false);
        try
        {
            return content is not null
                && JsonSerializer.Deserialize(content, StageJsonContext.Default.StageProgress) is { } progress
                && progress.Fits(monitor.Stages)
                    ? progress
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
