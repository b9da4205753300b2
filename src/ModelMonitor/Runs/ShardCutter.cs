using System.Text;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Cuts the objects of a run into shards of about equal bytes, in key order.</summary>
internal static class ShardCutter
{
    /// <summary>The most objects of a function's shard: each costs a request of its own, one after the other.</summary>
    internal const int MostSegments = 400;

    /// <summary>
    /// The most bytes of a function's shard as JSON: what a state machine passes on is at most 256 KiB, and
    /// keys may have 1,024 bytes each.
    /// </summary>
    internal const int MostTextBytes = 160 << 10;

    /// <summary>What a segment's numbers and property names take beside its key and ETag, generously.</summary>
    private const int SegmentTextBytes = 160;

    /// <summary>Cuts; every byte of every object is in exactly one segment.</summary>
    /// <param name="objects">The objects in the order they are read.</param>
    /// <param name="shardBytes">The most bytes of a shard, unless a single object that cannot be divided is larger.</param>
    /// <param name="isDivisible">Whether an object can be read from the middle: plain lines can, gzip and Parquet cannot.</param>
    /// <param name="isForFunctions">Whether shards are passed to functions, which limits the number of their objects too.</param>
    public static List<List<ShardSegment>> Cut(
        IReadOnlyList<StoredObject> objects, long shardBytes, Func<StoredObject, bool> isDivisible, bool isForFunctions)
    {
        List<List<ShardSegment>> shards = [];
        List<ShardSegment> current = [];
        long bytes = 0;
        long textBytes = 0;
        foreach (StoredObject stored in objects)
        {
            long text = isForFunctions ? TextBytesOf(stored) : 0;
            bool isFull = bytes + stored.Size > shardBytes
                || (isForFunctions && (current.Count == MostSegments || textBytes + text > MostTextBytes));
            if (current.Count > 0 && isFull)
            {
                shards.Add(current);
                current = [];
                bytes = 0;
                textBytes = 0;
            }

            if (stored.Size > shardBytes && isDivisible(stored))
            {
                shards.AddRange(Divide(stored, shardBytes));
                continue;
            }

            current.Add(new ShardSegment(stored.Key, stored.Size, stored.ETag, 0, stored.Size));
            bytes += stored.Size;
            textBytes += text;
        }

        if (current.Count > 0)
        {
            shards.Add(current);
        }

        return shards;
    }

    /// <summary>What an object's segment takes as JSON at most: six bytes for a character that is escaped.</summary>
    private static int TextBytesOf(StoredObject stored)
    {
        int key = Encoding.UTF8.GetByteCount(stored.Key);
        foreach (char character in stored.Key)
        {
            key += char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '.' or '_' or '=' ? 0 : 5;
        }

        return key + stored.ETag.Length + SegmentTextBytes;
    }

    private static IEnumerable<List<ShardSegment>> Divide(StoredObject stored, long shardBytes)
    {
        long parts = (stored.Size + shardBytes - 1) / shardBytes;
        for (long part = 0; part < parts; part++)
        {
            long start = stored.Size * part / parts;
            long end = stored.Size * (part + 1) / parts;
            yield return [new ShardSegment(stored.Key, stored.Size, stored.ETag, start, end - start)];
        }
    }
}
