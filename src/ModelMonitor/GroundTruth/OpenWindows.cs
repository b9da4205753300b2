using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>The windows of a monitor that still take in labels, or have just ceased to.</summary>
internal static class OpenWindows
{
    /// <summary>The windows before one, oldest first: those of the monitor's schedule, and of the schedules that it was on before.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="due">The window that is due.</param>
    /// <param name="settings">How long windows stay open.</param>
    /// <param name="history">Which windows are of the monitor's schedule, and which of others.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<TimeWindow> Before(
        MonitorDefinition monitor, TimeWindow due, GroundTruthSource settings, ScheduleHistory history, DateTimeOffset now)
    {
        HashSet<TimeWindow> windows = [];
        Add(windows, monitor, monitor.WindowsBefore(new SchedulePeriod(due.Start, due.End), 1), history.Since);
        foreach (EarlierSchedule earlier in history.Earlier)
        {
            MonitorDefinition before = monitor with { Schedule = earlier.Schedule };
            Add(windows, before, before.WindowDueAt(earlier.Until) is { } last ? [last] : [], earlier.Since);
        }

        windows.Remove(due);
        return [.. windows.OrderBy(window => window.End).ThenBy(window => window.Start)];

        void Add(HashSet<TimeWindow> windows, MonitorDefinition monitor, IReadOnlyList<SchedulePeriod> next, DateTimeOffset? since)
        {
            while (next is [SchedulePeriod period])
            {
                TimeWindow window = new(period.Start, period.End);
                bool isOfEarlier = since is { } firing && period.End + monitor.Offset <= firing;
                if (isOfEarlier || settings.ClosingOf(window) + LabelGrowth.Afterwards <= now)
                {
                    break;
                }

                windows.Add(window);
                next = monitor.WindowsBefore(period, 1);
            }
        }
    }
}
