using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace ModelMonitor.Runs;

/// <summary>A hash of named parts, the same on every machine; told apart from any other list of parts by their lengths.</summary>
public sealed class Fingerprint
{
    private const int ShortText = 512;

    private readonly XxHash128 _hash = new();

    /// <summary>Takes in a text; null differs from empty.</summary>
    public Fingerprint Add(string? part)
    {
        if (part is null)
        {
            return Add(-1);
        }

        int length = Encoding.UTF8.GetByteCount(part);
        Span<byte> bytes = length <= ShortText ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(part, bytes);
        Add(length);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>Takes in bytes; null differs from empty.</summary>
    public Fingerprint Add(byte[]? part)
    {
        Add(part?.Length ?? -1L);
        _hash.Append(part.AsSpan());
        return this;
    }

    /// <summary>Takes in a number.</summary>
    public Fingerprint Add(long part)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, part);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>Takes in an instant; null differs from all.</summary>
    public Fingerprint Add(DateTimeOffset? part) => Add(part?.UtcTicks ?? -1);

    /// <summary>The hash as 32 hexadecimal digits.</summary>
    public override string ToString() => _hash.GetCurrentHashAsUInt128().ToString("x32", CultureInfo.InvariantCulture);
}
