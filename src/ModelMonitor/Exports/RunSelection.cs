using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Exports;

/// <summary>Which runs are wanted; the default is all that are done and have a window.</summary>
/// <param name="Monitor">The monitor's name; null for all.</param>
/// <param name="From">The least start of a window; null for any.</param>
/// <param name="To">What the start of a window is before; null for any.</param>
public sealed record RunSelection(string? Monitor = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>Whether the run of a key may be wanted. Folders of older versions are those of hours, within which windows end.</summary>
    public bool MayInclude(StoredRunKey key) =>
        (Monitor is null || key.Monitor == Monitor) && (From is null || key.Scheduled.AddHours(1) > From);

    /// <summary>Whether a run is wanted.</summary>
    public bool Includes(RunRecord record) =>
        record is { IsDone: true, Window: { } window } && (From is null || window.Start >= From) && (To is null || window.Start < To);
}
