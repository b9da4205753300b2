using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Stages;

/// <summary>The stages that a monitor has gone through with its present baseline: <c>stages/{monitor}/progress.json</c>.</summary>
/// <remarks>Entries are only added, so the stage of a firing stays the same however often it is run again.</remarks>
public sealed record StageProgress
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The baseline's version, or the hash of one that has none.</summary>
    public required string Baseline { get; init; }

    /// <summary>The stages, in the order they were entered; the first is there from the beginning.</summary>
    public required IReadOnlyList<StageEntry> Entries { get; init; }

    /// <summary>The first stage, from a firing on.</summary>
    public static StageProgress Begin(string monitor, string baseline, DateTimeOffset firedAt) =>
        new() { Monitor = monitor, Baseline = baseline, Entries = [new StageEntry(0, firedAt)] };

    /// <summary>The stage that the window belongs to which ends at a firing: the last one that was entered before.</summary>
    public StageEntry At(DateTimeOffset firedAt) => Entries.LastOrDefault(entry => entry.Since < firedAt) ?? Entries[0];

    /// <summary>
    /// Whether the newest stage has lasted long enough at a firing for the next one to follow, which is to begin where
    /// windows of both meet. Whether its windows were clean is another question.
    /// </summary>
    public bool CanRelax(IReadOnlyList<MonitorStage> stages, DateTimeOffset firedAt) =>
        Entries[^1] is var newest
        && newest.Stage < stages.Count - 1
        && stages[newest.Stage].RelaxAfter is { } least
        && firedAt - newest.Since >= least
        && stages[newest.Stage].Schedule.FiresAt(firedAt)
        && stages[newest.Stage + 1].Schedule.FiresAt(firedAt);

    /// <summary>The next stage entered at a firing.</summary>
    public StageProgress Relax(DateTimeOffset firedAt) =>
        this with { Entries = [.. Entries, new StageEntry(Entries[^1].Stage + 1, firedAt)] };

    /// <summary>Whether the entries can be those of a monitor's stages: its file may have changed since.</summary>
    public bool Fits(IReadOnlyList<MonitorStage> stages) =>
        Entries.Count > 0
        && Entries.Select((entry, i) => entry.Stage == i && (i == 0 || entry.Since > Entries[i - 1].Since)).All(isInOrder => isInOrder)
        && Entries.Count <= stages.Count;
}
