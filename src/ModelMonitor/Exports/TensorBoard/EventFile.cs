using System.Buffers.Binary;

namespace ModelMonitor.Exports.TensorBoard;

/// <summary>Writes an event file as TensorBoard reads it: TFRecords, each an <c>Event</c> message.</summary>
/// <remarks>
/// A record is the length of its data (8 bytes), the checksum of these, the data, and the checksum of the data, all
/// little endian. The messages are <c>tensorboard/compat/proto/event.proto</c> and <c>summary.proto</c>.
/// </remarks>
/// <param name="output">The file, empty.</param>
internal sealed class EventFile(Stream output)
{
    private const string FileVersion = "brain.Event:2";

    private const int EventWallTime = 1;
    private const int EventStep = 2;
    private const int EventFileVersion = 3;
    private const int EventSummary = 5;
    private const int SummaryValue = 1;
    private const int ValueTag = 1;
    private const int ValueSimple = 2;

    /// <summary>Writes the event that every file begins with.</summary>
    /// <param name="time">The time of the file.</param>
    public void Begin(DateTimeOffset time)
    {
        ProtobufWriter message = new();
        message.Write(EventWallTime, SecondsOf(time));
        message.Write(EventFileVersion, FileVersion);
        WriteRecord(message.Written);
    }

    /// <summary>Writes the scalars of one step.</summary>
    /// <param name="time">When they were true.</param>
    /// <param name="step">Where they stand on the axis of steps.</param>
    /// <param name="scalars">Names and values, no name twice.</param>
    public void Write(DateTimeOffset time, long step, IEnumerable<(string Tag, float Value)> scalars)
    {
        ProtobufWriter summary = new();
        foreach ((string tag, float value) in scalars)
        {
            ProtobufWriter scalar = new();
            scalar.Write(ValueTag, tag);
            scalar.Write(ValueSimple, value);
            summary.Write(SummaryValue, scalar.Written);
        }

        ProtobufWriter message = new();
        message.Write(EventWallTime, SecondsOf(time));
        message.Write(EventStep, step);
        message.Write(EventSummary, summary.Written);
        WriteRecord(message.Written);
    }

    private static double SecondsOf(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private void WriteRecord(ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)data.Length);
        output.Write(length);
        WriteChecksum(length);
        output.Write(data);
        WriteChecksum(data);
    }

    private void WriteChecksum(ReadOnlySpan<byte> bytes)
    {
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, MaskedCrc32C.Compute(bytes));
        output.Write(checksum);
    }
}
