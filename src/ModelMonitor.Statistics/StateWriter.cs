using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ModelMonitor.Statistics;

/// <summary>Writes the fields of a state in little-endian order; the counterpart of <see cref="StateReader"/>.</summary>
public readonly ref struct StateWriter
{
    private readonly IBufferWriter<byte> _buffer;

    /// <summary>Creates a writer that appends to <paramref name="buffer"/>.</summary>
    public StateWriter(IBufferWriter<byte> buffer) => _buffer = buffer;

    /// <summary>Starts a state: its tag (four characters, told apart when reading) and the version of its layout.</summary>
    public void WriteHeader(ReadOnlySpan<byte> tag, byte version)
    {
        Write(tag);
        WriteByte(version);
    }

    /// <summary>Writes one byte.</summary>
    public void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    /// <summary>Writes a byte that is 0 for false and 1 for true.</summary>
    public void WriteFlag(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    /// <summary>Writes a 32-bit integer.</summary>
    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    /// <summary>Writes a 64-bit integer.</summary>
    public void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    /// <summary>Writes the bits of a double.</summary>
    public void WriteDouble(double value) => WriteInt64(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Writes an instant as ticks, UTC; null as -1.</summary>
    public void WriteTime(DateTimeOffset? value) => WriteInt64(value?.UtcTicks ?? -1);

    /// <summary>Writes bytes without a length.</summary>
    public void Write(ReadOnlySpan<byte> value) => _buffer.Write(value);

    /// <summary>Writes bytes behind their length.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteInt32(value.Length);
        _buffer.Write(value);
    }

    /// <summary>Writes text as UTF-8 behind its length in bytes.</summary>
    public void WriteString(string value) => WriteBytes(Encoding.UTF8.GetBytes(value));

    /// <summary>Writes the bits of doubles behind their count.</summary>
    public void WriteDoubles(ReadOnlySpan<double> values)
    {
        WriteInt32(values.Length);
        if (BitConverter.IsLittleEndian)
        {
            _buffer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (double value in values)
        {
            WriteDouble(value);
        }
    }
}
