using System.Globalization;
using Amazon.CDK.AWS.CloudWatch;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The alarms of a monitor: those that every monitor has, and its own.</summary>
internal sealed class MonitorAlarms
{
    private const double UnreadablePercent = 5;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly MonitorDefinition _monitor;
    private readonly MonitorMetrics _metrics;
    private readonly AlarmTiming _timing;

    /// <param name="monitor">The monitor.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="timing">How alarms look at them.</param>
    public MonitorAlarms(MonitorDefinition monitor, MonitorMetrics metrics, AlarmTiming timing)
    {
        _monitor = monitor;
        _metrics = metrics;
        _timing = timing;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<AlarmDefinition> Create() =>
    [
        NoRunCompleted(), RunFailed(), CapturesStopped(), Violations(), UnreadableRows(), .. LabelsMissing(),
        .. _monitor.Alarms.Select(alarm => OwnAlarms.Create(_monitor.Name, alarm, _metrics, _timing)),
    ];

    private AlarmDefinition NoRunCompleted() => new()
    {
        Id = AlarmIds.NoRunCompleted,
        Meaning = Sentence($"No run completed for {_timing.HoursWithoutRun} hours; the schedule is {_monitor.SparsestSchedule}."),
        Causes = MetricGuide.OfMissingRuns,
        Runbook = RunbookAnchors.NoRunCompleted,
        Severity = AlarmSeverity.Critical,
        Metric = _metrics.Of(MetricNames.RunCompleted, Stats.MAXIMUM, Hour),
        Comparison = AlarmComparison.LessThanThreshold,
        Threshold = 1,
        Periods = _timing.HoursWithoutRun,
        Of = _timing.HoursWithoutRun,
        MissingData = MissingDataTreatment.Breaching,
    };

    private AlarmDefinition RunFailed() => new()
    {
        Id = AlarmIds.RunFailed,
        Meaning = Sentence($"A run failed, so a window was not judged."),
        Causes = MetricGuide.OfFailures,
        Runbook = RunbookAnchors.RunFailed,
        Metric = _metrics.Of(MetricNames.RunFailed, Stats.MAXIMUM),
        Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
        Threshold = 1,
        Periods = 1,
        Of = _timing.PeriodsFor(1),
        MissingData = MissingDataTreatment.NotBreaching,
    };

    private AlarmDefinition CapturesStopped()
    {
        int windows = _timing.WindowsWithoutData;
        return new AlarmDefinition
        {
            Id = AlarmIds.CapturesStopped,
            Meaning = Sentence($"The endpoint {_monitor.Endpoint} captured nothing in {(windows == 1 ? "the last window" : "each of the last three windows")}."),
            Causes = MetricGuide.OfNoData,
            Runbook = RunbookAnchors.CapturesStopped,
            Metric = _metrics.Of(MetricNames.NoData, Stats.MINIMUM),
            Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            Periods = windows,
            Of = _timing.PeriodsFor(windows),
            MissingData = MissingDataTreatment.NotBreaching,
        };
    }

    private AlarmDefinition Violations() => new()
    {
        Id = AlarmIds.Violations,
        Meaning = Sentence($"{WhatViolates()} constraints of the baseline."),
        Causes = _monitor.Kind == MonitorKindNames.DataQuality ? MetricGuide.OfViolations : MetricGuide.OfModel,
        Runbook = RunbookAnchors.Violations,
        Metric = _metrics.Of(MetricNames.Violations, Stats.MAXIMUM),
        Comparison = AlarmComparison.GreaterThanThreshold,
        Threshold = 0,
        Periods = 1,
        Of = _timing.PeriodsFor(1),
        MissingData = MissingDataTreatment.NotBreaching,
    };

    private string WhatViolates() => _monitor.Kind switch
    {
        MonitorKindNames.ModelQuality => $"The predictions of {_monitor.Endpoint} violate",
        MonitorKindNames.Bias => $"The bias metrics of {_monitor.Endpoint} violate",
        MonitorKindNames.Attribution => $"The feature attributions of {_monitor.Endpoint} violate",
        _ => $"The data of {_monitor.Endpoint} violate",
    };

    /// <summary>Where labels may come later than CloudWatch looks back, their absence means nothing.</summary>
    private IEnumerable<AlarmDefinition> LabelsMissing()
    {
        if (_monitor.GroundTruth is not { Labels.ClosesAfter: { } closesAfter } || closesAfter + _monitor.Offset > MetricLimits.AlarmRange)
        {
            return [];
        }

        int windows = _timing.PeriodsFor((int)Math.Max(1, closesAfter / _timing.WindowPeriod));
        return
        [
            new AlarmDefinition
            {
                Id = AlarmIds.LabelsMissing,
                Meaning = Sentence($"Not one prediction of {_monitor.Endpoint} got a label in {windows} windows on end."),
                Causes = MetricGuide.OfMissingLabels,
                Runbook = RunbookAnchors.LabelsMissing,
                Metric = _metrics.Of(MetricNames.LabelledShare, Stats.MAXIMUM),
                Comparison = AlarmComparison.LessThanOrEqualToThreshold,
                Threshold = 0,
                Periods = windows,
                Of = windows,
                MissingData = MissingDataTreatment.NotBreaching,
            },
        ];
    }

    private AlarmDefinition UnreadableRows() => new()
    {
        Id = AlarmIds.UnreadableRows,
        Meaning = Sentence($"More than {UnreadablePercent} percent of a window could not be read, so the rest may not stand for it."),
        Causes = MetricGuide.OfUnreadableRows,
        Runbook = RunbookAnchors.UnreadableRows,
        Metric = _metrics.UnreadableShare(),
        Comparison = AlarmComparison.GreaterThanThreshold,
        Threshold = UnreadablePercent,
        Periods = 1,
        Of = _timing.PeriodsFor(1),
        MissingData = MissingDataTreatment.NotBreaching,
    };

    private string Sentence(FormattableString text) => $"Monitor {_monitor.Name}: {text.ToString(CultureInfo.InvariantCulture)}";
}
