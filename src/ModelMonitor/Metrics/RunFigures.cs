using ModelMonitor.Runs;

namespace ModelMonitor.Metrics;

/// <summary>What is published of a run besides what its kind contributes; null leaves a metric out.</summary>
public sealed record RunFigures
{
    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The end of the window, which is the metrics' time.</summary>
    public required DateTimeOffset WindowEnd { get; init; }

    /// <summary>Whether the run failed, so that nothing is known of its data.</summary>
    public required bool HasFailed { get; init; }

    /// <summary>Whether there was nothing to judge; null when the run failed.</summary>
    public bool? HasNoData { get; init; }

    /// <summary>Constraints violated; null when nothing was judged.</summary>
    public long? Violations { get; init; }

    /// <summary>The weighted share of drifted features; null when none was tested.</summary>
    public double? DriftedShare { get; init; }

    /// <summary>The share of predictions with a label; null where no ground truth is joined.</summary>
    public double? LabelledShare { get; init; }

    /// <summary>Rows judged.</summary>
    public long? Rows { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long? UnreadableRows { get; init; }

    /// <summary>Seconds from the planning to the report.</summary>
    public double? RunSeconds { get; init; }

    /// <summary>Seconds from the last event judged to the window's end; null when none was.</summary>
    public double? CaptureLagSeconds { get; init; }

    /// <summary>Objects that had not arrived when the window was judged before.</summary>
    public long? LateObjects { get; init; }

    /// <summary>What the run cost, in US dollars.</summary>
    public double? CostUsd { get; init; }

    /// <summary>What a record tells.</summary>
    /// <returns>The figures; null for a run over all events, which has no time.</returns>
    public static RunFigures? Of(RunRecord record)
    {
        if (record.Window is not { } window)
        {
            return null;
        }

        RunFigures figures = new()
        {
            Monitor = record.Monitor,
            Kind = record.Kind,
            WindowEnd = window.End,
            HasFailed = record.Outcome == RunOutcome.Failed,
            RunSeconds = record.DurationSeconds,
        };
        bool hasNoData = record.Outcome == RunOutcome.NoData;
        return figures.HasFailed ? figures : figures with
        {
            HasNoData = hasNoData && (record.UnusableRows > 0 || record.GroundTruth is not { Predictions: > 0 }), // Else only labels are missing.
            Violations = hasNoData ? null : record.Violations,
            DriftedShare = record.DriftedShare,
            LabelledShare = record.GroundTruth is { Predictions: > 0 } truth ? truth.LabelledShare : null,
            Rows = record.Rows,
            UnreadableRows = record.Unreadable,
            CaptureLagSeconds = record.CaptureLagSeconds,
            LateObjects = record.LateObjects,
            CostUsd = record.CostUsd,
        };
    }
}
