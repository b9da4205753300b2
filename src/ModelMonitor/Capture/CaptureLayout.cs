using ModelMonitor.Profiling;

namespace ModelMonitor.Capture;

/// <summary>How captured payloads become rows.</summary>
/// <param name="Columns">The columns, to which named fields that are new are added.</param>
/// <param name="Positional">
/// The columns that fields without names (CSV, JSON arrays) fill, in the order of the row: a row must have
/// exactly as many. Null when the payloads name all fields, or when the shape is still to be found out: then
/// such fields are named <c>_c0</c>, <c>_c1</c> … and may be any number.
/// </param>
/// <param name="OutputPosition">Whether the output's fields come before or after the input's.</param>
public sealed record CaptureLayout(
    ColumnSet Columns, IReadOnlyList<string>? Positional, OutputPosition OutputPosition = OutputPosition.Start)
{
    /// <summary>Whether rows are to tell their events, which ground truth is joined on. Default false.</summary>
    public bool KeepsEvents { get; init; }
}
