using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>A monitor: what it watches, when, and how. A file of <c>monitors/</c> makes one for each kind that it has a section of.</summary>
public sealed record MonitorDefinition
{
    /// <summary>The monitor's name, part of keys and resource names: 1 to 63 lowercase letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the endpoint it watches.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The endpoint's variant; the default is <c>AllTraffic</c>.</summary>
    public string Variant { get; init; } = "AllTraffic";

    /// <summary>When it runs; the default is hourly.</summary>
    public Schedule Schedule { get; init; } = Schedule.Hourly;

    /// <summary>How much event time a run looks at, up to the firing; null for the schedule's own period.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How long before the time it is scheduled for a run's window ends; the default is no time.</summary>
    public TimeSpan Offset { get; init; }

    /// <summary>How long a run waits after its window for captures to arrive; the default is ten minutes.</summary>
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where the captures are and how they become rows.</summary>
    public CaptureSection Capture { get; init; } = new();

    /// <summary>How the training set is stored.</summary>
    public DatasetSection Dataset { get; init; } = new();

    /// <summary>How the versions of the baseline are looked after.</summary>
    public BaselineSection Baseline { get; init; } = new();

    /// <summary>Whether the quirks of SageMaker Model Monitor are kept; the default is not.</summary>
    public Compatibility Compatibility { get; init; }

    /// <summary>What it watches for, one of <see cref="MonitorKindNames"/>; the section of that kind alone is its own. The default is data quality.</summary>
    public string Kind { get; init; } = MonitorKindNames.DataQuality;

    /// <summary>The data-quality monitor; null when the monitor is of another kind.</summary>
    public DataQualitySection? DataQuality { get; init; }

    /// <summary>The model-quality monitor; null when the monitor is of another kind.</summary>
    public ModelQualitySection? ModelQuality { get; init; }

    /// <summary>The bias monitor; null when the monitor is of another kind.</summary>
    public BiasSection? Bias { get; init; }

    /// <summary>The monitor of attributions; null when the monitor is of another kind.</summary>
    public AttributionSection? Attribution { get; init; }

    /// <summary>The monitor of attributions that the same file makes, whose baseline tells how much each feature weighs; null for none.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>Which labels belong to its predictions; null for a monitor that joins none.</summary>
    public GroundTruthSection? GroundTruth => ModelQuality?.GroundTruth ?? Bias?.GroundTruth;

    /// <summary>How many shards of a run are profiled at once at most; the default is 100.</summary>
    public int MaxConcurrency { get; init; } = 100;

    /// <summary>Alarms besides those that every monitor has; the default is none.</summary>
    public IReadOnlyList<AlarmSettings> Alarms { get; init; } = [];

    /// <summary>What alarms start that say <c>remediate</c>; null when the file has no such section.</summary>
    public RemediationSection? Remediation { get; init; }

    /// <summary>What its alarms notify besides the deployment's own topic; the default is nothing.</summary>
    public NotifySection Notify { get; init; } = NotifySection.None;

    /// <summary>The monitor's own rules; the default is none.</summary>
    public IReadOnlyList<RuleSettings> Rules { get; init; } = [];

    /// <summary>The script that turns captured records into rows; null for none.</summary>
    public ScriptFile? Preprocess { get; init; }

    /// <summary>The script that adds violations and metrics to a report; null for none.</summary>
    public ScriptFile? Postprocess { get; init; }

    /// <summary>How densely it looks, first to last; empty for a monitor that always runs on <see cref="Schedule"/>, else that is the first's.</summary>
    public IReadOnlyList<MonitorStage> Stages { get; init; } = [];

    /// <summary>When it runs at the least: the schedule of the last stage, where there are any.</summary>
    public Schedule SparsestSchedule => Stages.Count == 0 ? Schedule : Stages[^1].Schedule;

    /// <summary>Whether an alarm starts what <see cref="Remediation"/> names.</summary>
    /// <param name="alarm">The alarm's name among those of the monitor, as <see cref="AlarmName.Id"/> has it.</param>
    public bool Remediates(string alarm) =>
        Remediation is not null && Alarms.Any(settings => settings.Remediate && settings.Name == alarm);

    /// <summary>The window of the last run that is due: the last whole period that has also settled.</summary>
    /// <returns>The window; null when no run is due yet.</returns>
    public SchedulePeriod? LastSettledWindow(DateTimeOffset now) => WindowDueAt(now - SettleDelay);

    /// <summary>The window of the last firing of the schedule at or before a time.</summary>
    /// <returns>The window; null when the schedule has not fired twice by then.</returns>
    public SchedulePeriod? WindowDueAt(DateTimeOffset time)
    {
        SchedulePeriod? period = Schedule.LastCompletePeriod(time);
        return period is { } found ? new SchedulePeriod((Window is { } window ? found.End - window : found.Start) - Offset, found.End - Offset) : null;
    }

    /// <summary>The windows of the firings before one, oldest first.</summary>
    /// <param name="due">The window of that firing.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<SchedulePeriod> WindowsBefore(SchedulePeriod due, int count)
    {
        List<SchedulePeriod> windows = [];
        DateTimeOffset firing = due.End + Offset;
        while (windows.Count < count && WindowDueAt(firing.AddMinutes(-1)) is { } window)
        {
            windows.Add(window);
            firing = window.End + Offset;
        }

        windows.Reverse();
        return windows;
    }
}
