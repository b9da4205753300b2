using ModelMonitor.Exports.History;

namespace ModelMonitor.Exports.TensorBoard;

/// <summary>Writes a monitor's runs as one event file: a scalar for each feature and metric, an event for each run.</summary>
/// <remarks>
/// A tag is <c>metric/feature</c>, with the slice behind it where there is one, or <c>run/metric</c>, so that TensorBoard groups by metric. The wall time is the
/// end of the window, and the step is that time in seconds from 1970: a run has the same step in every export. Values are
/// <c>float</c>s, as the format has them; one beyond their range is left out.
/// </remarks>
/// <param name="output">The file, empty.</param>
public sealed class RunEvents(Stream output)
{
    /// <summary>The name of the file: TensorBoard looks for <c>tfevents</c>, and a repeated export replaces it.</summary>
    public const string FileName = "events.out.tfevents.modelmonitor";

    private const string TagsOfRuns = "run";

    private readonly EventFile _file = new(output);
    private bool _hasBegun;

    /// <summary>Writes a run.</summary>
    /// <param name="rows">Its rows, at least one.</param>
    public void Write(IReadOnlyList<HistoryRow> rows)
    {
        DateTimeOffset end = rows[0].WindowEnd;
        if (!_hasBegun)
        {
            _file.Begin(end);
            _hasBegun = true;
        }

        _file.Write(end, end.ToUnixTimeSeconds(), rows.Select(row => (Tag: TagOf(row), Value: (float)row.Value)).Where(scalar => float.IsFinite(scalar.Value)));
    }

    private static string TagOf(HistoryRow row) => (row.Feature, row.Slice) switch
    {
        (null, null) => $"{TagsOfRuns}/{row.Metric}",
        (null, { } slice) => $"{row.Metric}/{slice}",
        ({ } feature, null) => $"{row.Metric}/{feature}",
        ({ } feature, { } slice) => $"{row.Metric}/{feature} {slice}",
    };
}
