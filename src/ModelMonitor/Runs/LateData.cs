using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>Finds earlier windows whose captures have changed since they were judged.</summary>
public static class LateData
{
    /// <summary>
    /// The windows, oldest first, that were run before (also with the outcome <see cref="RunOutcome.NoData"/>)
    /// and whose objects are no longer those of that run.
    /// </summary>
    /// <param name="window">The window that is due; those looked at precede it and are as long.</param>
    /// <param name="count">How many windows to look back.</param>
    /// <param name="settingsFor">The settings of a window's run.</param>
    /// <param name="kind">The kind of monitor.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<IReadOnlyList<TimeWindow>> FindAsync<TState>(
        TimeWindow window,
        int count,
        Func<TimeWindow, RunSettings> settingsFor,
        IMonitorKind<TState> kind,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        TimeSpan length = window.End - window.Start;
        List<TimeWindow> changed = [];
        for (int back = count; back > 0; back--)
        {
            TimeWindow earlier = new(window.Start - back * length, window.End - back * length);
            RunSettings settings = settingsFor(earlier);
            if (await MonitoringRun.FindRecordAsync(settings, cancellationToken).ConfigureAwait(false) is not { } record)
            {
                continue;
            }

            RunPlan plan = await RunPlanner.PlanAsync(
                settings, kind, kind.OptionsFingerprint, cancellationToken).ConfigureAwait(false);
            if (plan.InputFingerprint != record.InputFingerprint)
            {
                changed.Add(earlier);
            }
        }

        return changed;
    }
}
