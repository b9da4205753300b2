using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace ModelMonitor.Statistics;

/// <summary>The frame around a stored state: magic, format version, payload, checksum.</summary>
/// <remarks>
/// <code>
/// offset  size  content
///      0     4  "MMST"
///      4     2  format version (1), little endian
///      6     2  reserved, zero
///      8     8  payload length n
///     16     n  payload
///   16+n     8  XXH64 of bytes 0 … 16+n, seed 0
/// </code>
/// </remarks>
public static class StateFile
{
    private const int HeaderLength = 16;
    private const int ReservedOffset = 6;
    private const int LengthOffset = 8;
    private const int ChecksumLength = 8;
    private const ushort FormatVersion = 1;

    private static ReadOnlySpan<byte> Magic => "MMST"u8;

    /// <summary>The state as bytes, equal for equal states.</summary>
    public static byte[] ToBytes<TState>(TState state)
        where TState : IMergeableState<TState>
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        buffer.Write(Magic);
        int unknownYet = HeaderLength - Magic.Length;
        buffer.GetSpan(unknownYet)[..unknownYet].Clear();
        buffer.Advance(unknownYet);
        StateWriter writer = new(buffer);
        state.WriteTo(ref writer);

        byte[] bytes = new byte[buffer.WrittenCount + ChecksumLength];
        buffer.WrittenSpan.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), FormatVersion);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LengthOffset), buffer.WrittenCount - HeaderLength);
        BinaryPrimitives.WriteUInt64LittleEndian(
            bytes.AsSpan(buffer.WrittenCount), XxHash64.HashToUInt64(bytes.AsSpan(0, buffer.WrittenCount)));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes{TState}"/> wrote.</summary>
    /// <exception cref="CorruptStateException">Any byte is missing, surplus or changed.</exception>
    public static TState FromBytes<TState>(ReadOnlySpan<byte> bytes)
        where TState : IMergeableState<TState>
    {
        if (bytes.Length < HeaderLength + ChecksumLength || !bytes.StartsWith(Magic))
        {
            throw new CorruptStateException("Not a state file: the first bytes are not \"MMST\" and a header.");
        }

        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (version != FormatVersion)
        {
            throw new CorruptStateException($"State file version {version}; this program reads version {FormatVersion}.");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[ReservedOffset..]) != 0)
        {
            throw new CorruptStateException("The reserved bytes of the state file's header are not zero.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[LengthOffset..]);
        if (length != bytes.Length - HeaderLength - ChecksumLength)
        {
            throw new CorruptStateException(
                $"State file of {bytes.Length} bytes, but its header promises {length} bytes of payload.");
        }

        ReadOnlySpan<byte> summed = bytes[..^ChecksumLength];
        if (XxHash64.HashToUInt64(summed) != BinaryPrimitives.ReadUInt64LittleEndian(bytes[^ChecksumLength..]))
        {
            throw new CorruptStateException("The checksum of the state file does not match its content.");
        }

        StateReader reader = new(summed[HeaderLength..]);
        TState state = TState.ReadFrom(ref reader);
        reader.ExpectEnd();
        return state;
    }
}
