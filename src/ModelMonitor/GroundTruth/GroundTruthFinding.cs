using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>What is known of a window's ground truth, in <c>run.json</c>.</summary>
/// <param name="Predictions">Predictions of the window: rows, of which an event may have several.</param>
/// <param name="Labelled">Those of them with a label.</param>
/// <param name="LabelledShare">Their share, from 0 to 1; 0 when there are no predictions.</param>
public sealed record GroundTruthFinding(long Predictions, long Labelled, double LabelledShare)
{
    /// <summary>Predictions whose events have no id, which nothing can be joined to.</summary>
    public long WithoutId { get; init; }

    /// <summary>Labels read.</summary>
    public long Labels { get; init; }

    /// <summary>Labels read that are of no prediction of the window.</summary>
    public long UnmatchedLabels { get; init; }

    /// <summary>Labels that took the place of an earlier one for the same prediction.</summary>
    public long Duplicates { get; init; }

    /// <summary>Lines, rows and objects with labels that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<UnreadableSample> UnreadableSamples { get; init; } = [];

    /// <summary>Objects with labels that were read.</summary>
    public int ObjectCount { get; init; }

    /// <summary>A hash of those objects.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When the window takes in no more labels, UTC; null when every event counted.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    internal static GroundTruthFinding Of(GroundTruthState state, RunPlan plan, DateTimeOffset? closesAt) => new(
        state.Predictions, state.Labelled, state.LabelledShare)
    {
        WithoutId = state.WithoutId,
        Labels = state.Labels,
        UnmatchedLabels = state.UnmatchedLabels,
        Duplicates = state.Duplicates,
        Unreadable = state.LabelReading.Unreadable,
        UnreadableSamples = state.LabelReading.Samples,
        ObjectCount = plan.Labels.Count,
        Fingerprint = plan.LabelsFingerprint,
        ClosesAt = closesAt,
    };
}
