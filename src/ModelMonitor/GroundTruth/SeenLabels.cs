using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ModelMonitor.GroundTruth;

/// <summary>Which objects with labels a window has seen: eight bytes for each, a hash of its key, size and ETag.</summary>
/// <remarks>Of a million objects one is taken for another with a chance of 1 in 10 million.</remarks>
internal sealed class SeenLabels
{
    private readonly ulong[] _hashes;

    private SeenLabels(ulong[] hashes) => _hashes = hashes;

    /// <summary>Those of some objects.</summary>
    public static SeenLabels Of(IEnumerable<LabelObject> objects)
    {
        ulong[] hashes = [.. objects.Select(HashOf)];
        Array.Sort(hashes);
        return new SeenLabels(hashes);
    }

    /// <summary>Those of some objects that come one by one.</summary>
    public static async Task<SeenLabels> OfAsync(IAsyncEnumerable<LabelObject> objects)
    {
        List<ulong> hashes = [];
        await foreach (LabelObject stored in objects.ConfigureAwait(false))
        {
            hashes.Add(HashOf(stored));
        }

        hashes.Sort();
        return new SeenLabels([.. hashes]);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it is something else.</summary>
    public static SeenLabels? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(ulong) != 0)
        {
            return null;
        }

        ulong[] hashes = new ulong[bytes.Length / sizeof(ulong)];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
            if (i > 0 && hashes[i] < hashes[i - 1])
            {
                return null;
            }
        }

        return new SeenLabels(hashes);
    }

    /// <summary>The hashes in ascending order, little-endian.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[_hashes.Length * sizeof(ulong)];
        for (int i = 0; i < _hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), _hashes[i]);
        }

        return bytes;
    }

    /// <summary>Whether an object is among them.</summary>
    public bool Contains(LabelObject stored) => Array.BinarySearch(_hashes, HashOf(stored)) >= 0;

    private static ulong HashOf(LabelObject stored) => XxHash3.HashToUInt64(
        MemoryMarshal.AsBytes(stored.ETag.AsSpan()),
        (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(stored.Key.AsSpan()), stored.Size));
}
