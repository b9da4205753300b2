using System.Text.Json.Serialization;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.History;

/// <summary>A run as its monitor's page needs it: a line of the history.</summary>
internal sealed record HistoryRun
{
    /// <summary>The span of event time.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Its violations.</summary>
    public int Violations { get; init; }

    /// <summary>Features that drifted.</summary>
    public int Drifted { get; init; }

    /// <summary>Rows profiled.</summary>
    public long Rows { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>Objects that came after the window had been judged.</summary>
    public int LateObjects { get; init; }

    /// <summary>Seconds from the last event to the end of the window; null when nobody knows.</summary>
    public double? LagSeconds { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>What it cost, in US dollars; null in one process.</summary>
    public double? CostUsd { get; init; }

    /// <summary>The baseline's version; null for one without.</summary>
    public string? Baseline { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>When its planning began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// Features and how far they are, in turn: the feature's place in the history's list, and its distance in
    /// percent of the threshold. Features that have not moved are left out.
    /// </summary>
    public IReadOnlyList<int> Drift { get; init; } = [];

    /// <summary>The share of predictions that had a label, in [0, 1]; null where no labels were joined.</summary>
    public double? LabelledShare { get; init; }

    /// <summary>The metrics of a monitor of another kind than data quality; null of that.</summary>
    public IReadOnlyList<HistoryMetric>? Metrics { get; init; }

    /// <summary>Whether the window was judged and found amiss, or could not be judged.</summary>
    [JsonIgnore]
    public bool IsBad => Outcome is RunOutcome.CompletedWithViolations or RunOutcome.Failed;

    /// <summary>The features that moved and how far, in percent of the threshold.</summary>
    public IEnumerable<(int Feature, int Percent)> Moves()
    {
        for (int i = 0; i + 1 < Drift.Count; i += 2)
        {
            yield return (Drift[i], Drift[i + 1]);
        }
    }
}
