using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Cuts the objects of a run into shards of about equal bytes, in key order.</summary>
internal static class ShardCutter
{
    /// <summary>Cuts; every byte of every object is in exactly one segment.</summary>
    /// <param name="objects">The objects in the order they are read.</param>
    /// <param name="shardBytes">The most bytes of a shard, unless a single object that cannot be divided is larger.</param>
    /// <param name="isDivisible">Whether an object can be read from the middle: plain lines can, gzip and Parquet cannot.</param>
    public static List<List<ShardSegment>> Cut(
        IReadOnlyList<StoredObject> objects, long shardBytes, Func<StoredObject, bool> isDivisible)
    {
        List<List<ShardSegment>> shards = [];
        List<ShardSegment> current = [];
        long bytes = 0;
        foreach (StoredObject stored in objects)
        {
            if (current.Count > 0 && bytes + stored.Size > shardBytes)
            {
                shards.Add(current);
                current = [];
                bytes = 0;
            }

            if (stored.Size > shardBytes && isDivisible(stored))
            {
                shards.AddRange(Divide(stored, shardBytes));
                continue;
            }

            current.Add(new ShardSegment(stored.Key, stored.Size, stored.ETag, 0, stored.Size));
            bytes += stored.Size;
        }

        if (current.Count > 0)
        {
            shards.Add(current);
        }

        return shards;
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
