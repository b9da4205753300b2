using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ModelMonitor.Exports.TensorBoard;

/// <summary>Writes the fields of a protocol buffer's message, of the wire types that event files need.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding</remarks>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Writes an <c>int64</c>.</summary>
    public void Write(int field, long value)
    {
        WriteTag(field, Varint);
        WriteVarint((ulong)value);
    }

    /// <summary>Writes a <c>double</c>.</summary>
    public void Write(int field, double value)
    {
        WriteTag(field, Fixed64);
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.GetSpan(sizeof(double)), value);
        _buffer.Advance(sizeof(double));
    }

    /// <summary>Writes a <c>float</c>.</summary>
    public void Write(int field, float value)
    {
        WriteTag(field, Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(_buffer.GetSpan(sizeof(float)), value);
        _buffer.Advance(sizeof(float));
    }

    /// <summary>Writes a <c>string</c>.</summary>
    public void Write(int field, string value) => Write(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes <c>bytes</c>, or a message.</summary>
    public void Write(int field, ReadOnlySpan<byte> value)
    {
        WriteTag(field, LengthDelimited);
        WriteVarint((ulong)value.Length);
        _buffer.Write(value);
    }

    private void WriteTag(int field, int wireType) => WriteVarint(((ulong)field << 3) | (uint)wireType);

    private void WriteVarint(ulong value)
    {
        const int Payload = 0x7F;
        Span<byte> span = _buffer.GetSpan(10);
        int length = 0;
        for (; value > Payload; value >>= 7)
        {
            span[length++] = (byte)(value | (Payload + 1));
        }

        span[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
