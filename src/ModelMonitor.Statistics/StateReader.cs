using System.Buffers.Binary;
using System.Text;

namespace ModelMonitor.Statistics;

/// <summary>Reads the fields of a state; every shortage or surplus is a <see cref="CorruptStateException"/>.</summary>
public ref struct StateReader
{
    /// <summary>The largest count accepted: 2^53, up to which a double holds every whole number.</summary>
    public const long MaximumCount = 1L << 53;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest;

    /// <summary>Creates a reader of <paramref name="bytes"/>.</summary>
    public StateReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => _rest.Length;

    /// <summary>Checks what <see cref="StateWriter.WriteHeader"/> wrote, and returns the version found.</summary>
    /// <param name="tag">The tag of the state to be read.</param>
    /// <param name="newestVersion">The newest layout this code knows; versions start at 1.</param>
    /// <exception cref="CorruptStateException">Another state, or a newer layout.</exception>
    public byte ReadHeader(ReadOnlySpan<byte> tag, byte newestVersion)
    {
        ReadOnlySpan<byte> found = Read(tag.Length);
        if (!found.SequenceEqual(tag))
        {
            throw new CorruptStateException($"Expected a state tagged \"{Encoding.ASCII.GetString(tag)}\".");
        }

        byte version = ReadByte();
        return version >= 1 && version <= newestVersion
            ? version
            : throw new CorruptStateException(
                $"State \"{Encoding.ASCII.GetString(tag)}\" has layout {version}; this program reads 1 to {newestVersion}.");
    }

    /// <summary>Reads one byte.</summary>
    public byte ReadByte() => Read(1)[0];

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Read(sizeof(int)));

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Read(sizeof(long)));

    /// <summary>Reads the bits of a double.</summary>
    public double ReadDouble() => BitConverter.Int64BitsToDouble(ReadInt64());

    /// <summary>Reads a count, from 0 to <see cref="MaximumCount"/>.</summary>
    public long ReadCount()
    {
        long count = ReadInt64();
        return count is >= 0 and <= MaximumCount ? count : throw new CorruptStateException($"A count of {count} was stored.");
    }

    /// <summary>Reads a byte that is 0 for false or 1 for true.</summary>
    public bool ReadFlag() => ReadByte() switch
    {
        0 => false,
        1 => true,
        byte other => throw new CorruptStateException($"A flag of {other} was stored; it is 0 or 1."),
    };

    /// <summary>Reads an instant, or null, as <see cref="StateWriter.WriteTime"/> wrote it.</summary>
    public DateTimeOffset? ReadTime()
    {
        long ticks = ReadInt64();
        return ticks == -1 ? null
            : ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new CorruptStateException($"A time of {ticks} ticks was stored.");
    }

    /// <summary>Reads the length of a list whose items take at least <paramref name="itemSize"/> bytes each.</summary>
    public int ReadLength(int itemSize)
    {
        int length = ReadInt32();
        return length >= 0 && (long)length * itemSize <= _rest.Length
            ? length
            : throw new CorruptStateException($"A list of {length} items was stored, but only {_rest.Length} bytes follow.");
    }

    /// <summary>Reads <paramref name="length"/> bytes.</summary>
    public ReadOnlySpan<byte> Read(int length)
    {
        if ((uint)length > (uint)_rest.Length)
        {
            throw new CorruptStateException($"The state ends early: {length} bytes were expected, {_rest.Length} are left.");
        }

        ReadOnlySpan<byte> read = _rest[..length];
        _rest = _rest[length..];
        return read;
    }

    /// <summary>Reads bytes behind their length.</summary>
    public ReadOnlySpan<byte> ReadBytes() => Read(ReadLength(1));

    /// <summary>Reads UTF-8 text behind its length in bytes.</summary>
    /// <exception cref="CorruptStateException">The bytes are not UTF-8.</exception>
    public string ReadString()
    {
        ReadOnlySpan<byte> text = ReadBytes();
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw new CorruptStateException("A text was stored that is not UTF-8.");
        }
    }

    /// <summary>Reads doubles behind their count.</summary>
    public double[] ReadDoubles()
    {
        double[] values = new double[ReadLength(sizeof(double))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ReadDouble();
        }

        return values;
    }

    /// <summary>Checks that nothing is left.</summary>
    public readonly void ExpectEnd()
    {
        if (!_rest.IsEmpty)
        {
            throw new CorruptStateException($"{_rest.Length} bytes follow the end of the state.");
        }
    }
}
