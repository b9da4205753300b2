using ModelMonitor.Capture;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>Reads the captured lines of a window's events, object by object; what cannot be read is the profile's to report.</summary>
/// <param name="window">The window.</param>
internal sealed class WindowLines(TimeWindow window) : IDisposable
{
    private readonly LineReader _lines = new();
    private readonly CaptureRecordReader _records = new();
    private readonly EventWindow _events = new(window, new ReadingReport());

    /// <summary>Begins with another object; of one that could not be opened there are no lines.</summary>
    public void Open(OpenedSegment opened, CancellationToken cancellationToken) =>
        _lines.Open(opened.Content ?? Stream.Null, opened.Content is null ? null : opened.Segment.Range, cancellationToken);

    /// <summary>Gives the next line, valid until the next call, and the hash of its event's id.</summary>
    public bool TryRead(out UInt128 id, out ReadOnlySpan<byte> line)
    {
        try
        {
            while (_lines.TryRead(out line))
            {
                if (_records.TryRead(line, out CaptureRecord record, out _)
                    && _events.TryTest(record.InferenceTime.Of(line), record.InferenceTime.IsEscaped, "", out bool isInside, out _)
                    && isInside)
                {
                    id = EventIdHash.Of(line, record);
                    return true;
                }
            }
        }
        catch (InvalidDataException)
        {
            // Damaged gzip: the lines before the damage are there.
        }

        id = default;
        line = default;
        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _lines.Close();
}
