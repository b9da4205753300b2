using System.Text.Json.Serialization;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Reports.History;

/// <summary>What is known of a monitor's runs, oldest first: all that its page is made of.</summary>
internal sealed record MonitorHistory
{
    /// <summary>The format of the file; one of another format is made anew.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The endpoint it watches.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The kind of its last run.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it runs, as its file says; null when the history was rebuilt without the file.</summary>
    public string? Schedule { get; init; }

    /// <summary>When the run after the last one is due to have reported, UTC; null when nobody knows.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Alarms that its file defines besides those every monitor has; null without the file.</summary>
    public IReadOnlyList<string>? Alarms { get; init; }

    /// <summary>The features that moved in any of the runs.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>What the metrics of the runs measure; null for data quality, whose runs have none.</summary>
    public IReadOnlyList<HistorySeries>? Series { get; init; }

    /// <summary>The runs, by the start of their windows; one for each window.</summary>
    public IReadOnlyList<HistoryRun> Runs { get; init; } = [];

    /// <summary>What else happened meanwhile, oldest first.</summary>
    public IReadOnlyList<HistoryMark> Marks { get; init; } = [];

    /// <summary>Whether labels were joined to the predictions of any run.</summary>
    [JsonIgnore]
    public bool HasLabels => Runs.Any(run => run.LabelledShare is not null);

    /// <summary>An empty history.</summary>
    public static MonitorHistory Of(string monitor, string endpoint) => new() { Monitor = monitor, Endpoint = endpoint };

    /// <summary>The history with what a monitor's file says of it.</summary>
    /// <param name="monitor">What the file says.</param>
    /// <param name="isScheduled">Whether its schedule is what runs it, so that the next report has a time.</param>
    public MonitorHistory With(MonitorDefinition monitor, bool isScheduled)
    {
        MonitorHistory told = this with { Endpoint = monitor.Endpoint, Alarms = [.. monitor.Alarms.Select(alarm => alarm.Metric)] };
        return !isScheduled ? told : told with
        {
            Schedule = monitor.Schedule.Text,
            NextDue = Runs.Count == 0 ? null : NextFiring.After(monitor.SparsestSchedule, Runs[^1].Window.End + monitor.Offset) + monitor.SettleDelay,
        };
    }
}
