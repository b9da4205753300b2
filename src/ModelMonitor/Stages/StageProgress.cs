using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Stages;

/// <summary>The stages that a monitor has gone through with its present baseline: <c>stages/{monitor}/progress.json</c>.</summary>
/// <remarks>Entries are only added, so the stage of a firing stays the same however often it is run again.</remarks>
public sealed record StageProgress
{
    /// <summary>How long ended stages are remembered: longer than any window takes in labels.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(36);

    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The baseline's version, or the hash of one that has none.</summary>
    public required string Baseline { get; init; }

    /// <summary>The stages, in the order they were entered; the first is there from the beginning.</summary>
    public required IReadOnlyList<StageEntry> Entries { get; init; }

    /// <summary>The stages that it went through with baselines before, each with its last firing: those of the last <see cref="Kept"/>.</summary>
    public IReadOnlyList<EndedStage> Ended { get; init; } = [];

    /// <summary>The first stage, from a firing on.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="firedAt">The firing.</param>
    /// <param name="before">The progress with the baseline before; null for none.</param>
    public static StageProgress Begin(string monitor, string baseline, DateTimeOffset firedAt, StageProgress? before) => new()
    {
        Monitor = monitor,
        Baseline = baseline,
        Entries = [new StageEntry(0, firedAt)],
        Ended = before is null ? [] : [.. before.Ended.Concat(before.EndedBy(before.Entries.Count, firedAt)).Where(ended => ended.Until > firedAt - Kept)],
    };

    /// <summary>Which windows are those of a stage, and which of the stages before it.</summary>
    /// <param name="entry">One of the entries.</param>
    /// <param name="stages">The monitor's stages.</param>
    public ScheduleHistory HistoryOf(StageEntry entry, IReadOnlyList<MonitorStage> stages) => new(
        entry.Stage == 0 ? null : entry.Since,
        [
            .. Ended.Where(ended => ended.Stage >= 0 && ended.Stage < stages.Count).Concat(EndedBy(entry.Stage, entry.Since))
                .Select(ended => new EarlierSchedule(stages[ended.Stage].Schedule, ended.Since, ended.Until)),
        ]);

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

    /// <summary>The first of the entries, the last of which ended at a firing.</summary>
    private IEnumerable<EndedStage> EndedBy(int count, DateTimeOffset firedAt) => Entries.Take(count).Select((entry, i) => new EndedStage(
        entry.Stage, i == 0 ? null : entry.Since, i + 1 < Entries.Count ? Entries[i + 1].Since : firedAt));

    /// <summary>Whether the entries can be those of a monitor's stages: its file may have changed since.</summary>
    public bool Fits(IReadOnlyList<MonitorStage> stages) =>
        Entries.Count > 0
        && Entries.Select((entry, i) => entry.Stage == i && (i == 0 || entry.Since > Entries[i - 1].Since)).All(isInOrder => isInOrder)
        && Entries.Count <= stages.Count;
}
