using ModelMonitor.Capture;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>What a monitor's definition says of its runs.</summary>
public static class MonitorSettings
{
    private static readonly TimeSpan LeastSlack = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MostSlack = TimeSpan.FromMinutes(10);

    /// <summary>The settings of a monitor's run over a window, whose captures lie as an endpoint lays them.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="window">The window.</param>
    /// <param name="captures">Where the captures are.</param>
    /// <param name="artifacts">Where plans, states and reports are.</param>
    /// <param name="labels">Where the ground truth is; null for the store of the captures.</param>
    public static RunSettings Of(
        MonitorDefinition monitor, TimeWindow window, IObjectStore captures, IObjectStore artifacts, IObjectStore? labels = null) => new()
    {
        Monitor = monitor.Name,
        Endpoint = monitor.Endpoint,
        Variant = monitor.Variant,
        Input = captures,
        InputPrefix = ObjectKeys.CapturesOf(monitor.Capture.Prefix, monitor.Endpoint, monitor.Variant),
        IsHourPartitioned = true,
        Artifacts = artifacts,
        Window = window,
        OutputPosition = monitor.Capture.OutputColumnsPosition == OutputColumnsPosition.End
            ? OutputPosition.End
            : OutputPosition.Start,
        ReportPrefix = ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, window.End),
        WorkPrefix = ObjectKeys.RunFolder(monitor.Name, window.Start),
        StatePrefix = ObjectKeys.StatesOf(monitor.Endpoint, monitor.Variant),
        Slack = SlackOf(monitor.SettleDelay),
        GroundTruth = GroundTruthOf(monitor, labels ?? captures),
        KeepStates = true,
        EarlierReports = count =>
        [
            .. monitor.WindowsBefore(new SchedulePeriod(window.Start, window.End), count)
                .Select(before => ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, before.End)),
        ],
    };

    private static GroundTruthSource? GroundTruthOf(MonitorDefinition monitor, IObjectStore labels) => monitor.GroundTruth is not { } truth
        ? null
        : new GroundTruthSource
        {
            Store = labels,
            Prefix = truth.Location.Prefix,
            IdColumn = truth.IdColumn,
            Steps = truth.Labels.Steps,
            ClosesAfter = truth.Labels.ClosesAfter,
            WritesMerged = truth.WriteMerged,
        };

    /// <summary>
    /// Half of the settle delay: a file that began later than that after a window may still be on its way when the
    /// run is planned, and would make the window late every time.
    /// </summary>
    private static TimeSpan SlackOf(TimeSpan settleDelay) =>
        settleDelay / 2 < LeastSlack ? LeastSlack : settleDelay / 2 > MostSlack ? MostSlack : settleDelay / 2;
}
