using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Plans the windows of a monitor, whose baselines it has looked at.</summary>
public interface IWindowPlanner
{
    /// <summary>What names the baseline that is used where no other is chosen: its version, or else its hash.</summary>
    string Baseline { get; }

    /// <summary>Plans the windows of a request, as <see cref="MonitorPlanner{TState}"/> does.</summary>
    /// <param name="monitor">The monitor, on the schedule of its stage.</param>
    /// <param name="requested">The window asked for.</param>
    /// <param name="captures">Where its captures are.</param>
    /// <param name="labels">Where its ground truth is; null for the store of the captures.</param>
    /// <param name="history">Which windows are of that schedule, and which of others.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    Task<IReadOnlyList<PlannedWindow>> PlanAsync(
        MonitorDefinition monitor,
        RequestedWindow requested,
        IObjectStore captures,
        IObjectStore? labels,
        ScheduleHistory history,
        TimeProvider time,
        CancellationToken cancellationToken);
}
