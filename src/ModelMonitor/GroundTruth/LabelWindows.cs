using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>Finds the windows of a monitor that are to be judged again because their share of labels passed a step, or because they closed.</summary>
/// <param name="monitor">The monitor.</param>
/// <param name="source">Where the labels are, and the steps.</param>
/// <param name="settingsFor">The settings of a window's run.</param>
/// <param name="now">The time.</param>
public sealed class LabelWindows(
    MonitorDefinition monitor, GroundTruthSource source, Func<TimeWindow, RunSettings> settingsFor, DateTimeOffset now)
{
    /// <summary>Which windows are of the monitor's schedule, and which of others; the default is that all are.</summary>
    public ScheduleHistory History { get; init; } = ScheduleHistory.None;

    /// <summary>Adds the windows whose labels have grown to those that run again for other reasons; oldest first.</summary>
    /// <param name="earlier">Those known, all before the one that is due.</param>
    /// <param name="due">The window that is due.</param>
    /// <param name="request">What the monitor's kind takes for the label.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<TimeWindow>> AddToAsync(
        IReadOnlyList<TimeWindow> earlier, TimeWindow due, LabelRequest request, CancellationToken cancellationToken) =>
        (await SearchAsync(earlier, due, request, cancellationToken).ConfigureAwait(false)).Windows;

    /// <summary>Does so, and returns the labels of all of them and of the window that is due, too.</summary>
    internal async Task<(IReadOnlyList<TimeWindow> Windows, LabelCatalog Labels)> SearchAsync(
        IReadOnlyList<TimeWindow> earlier, TimeWindow due, LabelRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<TimeWindow> open = OpenWindows.Before(monitor, due, source, History, now);
        TimeWindow all = new(open.Concat(earlier).Append(due).Min(window => window.Start), due.End);
        LabelCatalog labels = await LabelCatalog.ListAsync(source, all, now, cancellationToken).ConfigureAwait(false);
        LabelGrowth growth = new(source, settingsFor, labels, now);
        IReadOnlyList<TimeWindow> grown = await growth.FindAsync(
            [.. open.Except(earlier)], request.Field, cancellationToken).ConfigureAwait(false);
        return ([.. earlier.Concat(grown).OrderBy(window => window.End)], labels);
    }
}
