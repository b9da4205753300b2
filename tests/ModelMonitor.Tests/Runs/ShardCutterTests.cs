using CsCheck;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs;

public sealed class ShardCutterTests
{
    [Fact]
    public void Cut_AnyObjects_CoversEveryByteOnceInOrder() =>
        Gen.Select(Gen.Long[0, 500].Array[0, 20], Gen.Long[1, 200], Gen.Bool).Sample((sizes, shardBytes, isDivisible) =>
        {
            StoredObject[] objects = [.. sizes.Select((size, i) => new StoredObject($"{i:d2}", size, "e", default))];

            List<List<ShardSegment>> shards = ShardCutter.Cut(objects, shardBytes, _ => isDivisible, isForFunctions: false);

            Dictionary<string, long> covered = objects.ToDictionary(stored => stored.Key, _ => 0L);
            string lastKey = "";
            foreach (ShardSegment segment in shards.SelectMany(shard => shard))
            {
                Assert.True(string.CompareOrdinal(segment.Key, lastKey) >= 0);
                lastKey = segment.Key;
                Assert.Equal(covered[segment.Key], segment.Offset);
                covered[segment.Key] += segment.Length;
            }

            Assert.All(objects, stored => Assert.Equal(stored.Size, covered[stored.Key]));
            Assert.All(shards, Assert.NotEmpty);
            if (isDivisible)
            {
                Assert.All(shards, shard => Assert.True(shard.Sum(segment => segment.Length) <= shardBytes));
            }
        });

    [Fact]
    public void Cut_SmallObjects_ShareAShard()
    {
        StoredObject[] objects = [new("a", 40, "e", default), new("b", 60, "e", default), new("c", 1, "e", default)];

        List<List<ShardSegment>> shards = ShardCutter.Cut(objects, 100, _ => true, isForFunctions: false);

        Assert.Equal([["a", "b"], ["c"]], shards.Select(shard => shard.Select(segment => segment.Key)));
    }
}
