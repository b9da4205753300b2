using ModelMonitor.Runs;

namespace ModelMonitor.Reports.History;

/// <summary>What the page of all monitors says of one.</summary>
internal sealed record MonitorState
{
    private const int MostTrend = 48;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The endpoint it watches.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The kind of its last run.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it runs; null when nobody knows.</summary>
    public string? Schedule { get; init; }

    /// <summary>When its next report is due, UTC; null when nobody knows.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Alarms that its file defines; null without the file.</summary>
    public IReadOnlyList<string>? Alarms { get; init; }

    /// <summary>Its last run.</summary>
    public required HistoryRun Last { get; init; }

    /// <summary>The feature that has moved farthest in the last run; null for none.</summary>
    public string? Farthest { get; init; }

    /// <summary>The metric that is farthest from where it should be in the last run, with its figures; null for none.</summary>
    public string? Worst { get; init; }

    /// <summary>The violations of its last runs, oldest first; -1 for a window without data, -2 for one that failed.</summary>
    public IReadOnlyList<int> Trend { get; init; } = [];

    /// <summary>Takes the state from a history of at least one run.</summary>
    public static MonitorState Of(MonitorHistory history)
    {
        HistoryRun last = history.Runs[^1];
        return new MonitorState
        {
            Monitor = history.Monitor,
            Endpoint = history.Endpoint,
            Kind = history.Kind,
            Schedule = history.Schedule,
            NextDue = history.NextDue,
            Alarms = history.Alarms,
            Last = last with { Drift = [], Metrics = null },
            Farthest = last.Moves().Where(move => move.Percent > 100).OrderByDescending(move => move.Percent)
                .Select(move => history.Features[move.Feature]).FirstOrDefault(),
            Worst = WorstMetric.Of(history, last),
            Trend = [.. history.Runs.TakeLast(MostTrend).Select(TrendOf)],
        };
    }

    private static int TrendOf(HistoryRun run) => run.Outcome switch
    {
        RunOutcome.NoData => -1,
        RunOutcome.Failed => -2,
        _ => run.Violations,
    };
}
