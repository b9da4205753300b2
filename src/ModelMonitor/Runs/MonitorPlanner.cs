using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Plans what a monitor has to run: the window that is due, and earlier ones that have to be run or run again.</summary>
/// <remarks>
/// Made for a bucket, where each request takes tens of milliseconds: every capture folder is listed once for
/// all windows, records are read side by side, and only what is to run is planned in full.
/// </remarks>
/// <typeparam name="TState">What the kind of monitor keeps of rows.</typeparam>
/// <param name="monitor">The monitor.</param>
/// <param name="kindOf">Gives its kind for a window, with the baseline to use, from the record of an earlier run of that window, if there is one.</param>
/// <param name="captures">Where its captures are.</param>
/// <param name="artifacts">Where plans, states and reports are.</param>
/// <param name="time">The clock.</param>
public sealed class MonitorPlanner<TState>(
    MonitorDefinition monitor,
    Func<TimeWindow, RunRecord?, CancellationToken, Task<WindowKind<TState>>> kindOf,
    IObjectStore captures,
    IObjectStore artifacts,
    TimeProvider time)
    where TState : IMergeableState<TState>
{
    /// <summary>Which windows are of the monitor's schedule, and which of others; the default is that all are.</summary>
    public ScheduleHistory History { get; init; } = ScheduleHistory.None;

    /// <summary>Where the ground truth is that the monitor's kind joins to its rows; null for where its settings say.</summary>
    public GroundTruthSource? GroundTruth { get; init; }

    /// <summary>The store of the monitor's ground truth; null for that of the captures.</summary>
    public IObjectStore? Labels { get; init; }

    /// <summary>Plans the windows of a request and stores the plans of those that are to run.</summary>
    /// <param name="requested">The window asked for.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    /// <returns>The windows, oldest first; the one asked for last, whether it is to run or done already.</returns>
    public async Task<IReadOnlyList<PlannedWindow>> PlanAsync(RequestedWindow requested, CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = time.GetUtcNow();
        TimeWindow due = requested.Window;
        TimeWindow[] before = requested.IsExplicit ? [] : WindowsBefore(due);
        TimeWindow span = new(before.Append(due).Min(window => window.Start), due.End);
        InputCatalog catalog = await InputCatalog.ListAsync(SettingsFor(due), span, cancellationToken).ConfigureAwait(false);
        EarlierWindows search = new(SettingsFor, catalog, includesMissed: true) { WasRunBefore = History.Since is not null };
        IReadOnlyList<TimeWindow> earlier = await search.FindAsync(before, cancellationToken).ConfigureAwait(false);
        LabelCatalog? labels = null;
        if (SettingsFor(due).GroundTruth is { } truth && await LabelsOfAsync(due, cancellationToken).ConfigureAwait(false) is { } request)
        {
            (earlier, labels) = requested.IsExplicit
                ? (earlier, await LabelCatalog.ListAsync(truth, due, startedAt, cancellationToken).ConfigureAwait(false))
                : await new LabelWindows(monitor, truth, SettingsFor, startedAt) { History = History }
                    .SearchAsync(earlier, due, request, cancellationToken).ConfigureAwait(false);
        }

        return await BoundedConcurrency.SelectAsync(
            [.. earlier, due],
            (window, stop) => PlanAsync(window, window.Start >= span.Start ? catalog : null, labels, startedAt, stop),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the monitor's kind takes for the label; null when it wants none.</summary>
    private async Task<LabelRequest?> LabelsOfAsync(TimeWindow due, CancellationToken cancellationToken)
    {
        WindowKind<TState> chosen = await kindOf(due, null, cancellationToken).ConfigureAwait(false);
        return chosen.Kind.Labels;
    }

    private RunSettings SettingsFor(TimeWindow window)
    {
        RunSettings settings = MonitorSettings.Of(monitor, window, captures, artifacts, Labels);
        return settings with { Time = time, GroundTruth = GroundTruth ?? settings.GroundTruth };
    }

    private TimeWindow[] WindowsBefore(TimeWindow due) =>
    [
        .. monitor.WindowsBefore(new SchedulePeriod(due.Start, due.End), EarlierWindows.LookedBack)
            .Where(period => History.Since is null || period.Start >= History.Since)
            .Select(period => new TimeWindow(period.Start, period.End)),
    ];

    private async Task<PlannedWindow> PlanAsync(
        TimeWindow window, InputCatalog? catalog, LabelCatalog? labels, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        RunSettings settings = SettingsFor(window);
        ReportFolder folder = await ReportFolder.LookAsync(artifacts, settings.ReportPrefix, cancellationToken).ConfigureAwait(false);
        WindowKind<TState> chosen = await kindOf(window, folder.Record, cancellationToken).ConfigureAwait(false);
        catalog ??= await InputCatalog.ListAsync(settings, window, cancellationToken).ConfigureAwait(false);
        RunPlan plan = await RunPlanner.PlanAsync(settings, chosen.Kind, catalog, cancellationToken, labels).ConfigureAwait(false);
        plan = plan with { Notes = [.. plan.Notes, .. chosen.Notes] };
        if (await folder.IsSettledAsync(plan, startedAt, time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return new PlannedWindow(plan, PlanFiles.KeyOf(settings, plan.Fingerprint), PlanStatus.AlreadyDone);
        }

        string key = await PlanFiles.WriteAsync(plan, settings, cancellationToken).ConfigureAwait(false);
        return new PlannedWindow(plan, key, plan.ShardCount == 0 ? PlanStatus.NoData : PlanStatus.Planned);
    }
}
