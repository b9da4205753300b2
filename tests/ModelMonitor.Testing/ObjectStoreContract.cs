using System.Text;
using CsCheck;
using ModelMonitor.Storage;
using Xunit;

namespace ModelMonitor.Testing;

/// <summary>What every store does alike.</summary>
public abstract class ObjectStoreContract
{
    // Folders and files have names apart, since a folder store cannot have both a and a/b; the names sort
    // around the slash: '-' and '.' come before it, letters after.
    private static readonly Gen<string> Keys = Gen.Select(
        Gen.OneOfConst("a", "a-", "a.", "ab", "b").Array[0, 3],
        Gen.OneOfConst("f", "f-", "f.x", "a0", "a-f", "z"),
        (folders, file) => string.Join('/', [.. folders, file]));

    /// <summary>A new, empty store.</summary>
    protected abstract IObjectStore CreateStore();

    [ContractFact]
    public async Task PutAsync_NewKey_CanBeFoundListedAndRead()
    {
        IObjectStore store = CreateStore();

        StoredObject? put = await PutAsync(store, "a/b.txt", "hello");

        Assert.Equal(("a/b.txt", 5L), (put!.Key, put.Size));
        Assert.NotEmpty(put.ETag);
        StoredObject? found = await store.FindAsync("a/b.txt");
        Assert.Equal(put with { LastModified = found!.LastModified }, found);
        Assert.Equal([found], await ListAsync(store));
        Assert.Equal("hello", await ReadAsync(store, "a/b.txt"));
    }

    [ContractFact]
    public async Task PutAsync_EmptyContent_IsAnObject()
    {
        IObjectStore store = CreateStore();
        StoredObject? put = await PutAsync(store, "empty", "");

        Assert.Equal(0, put!.Size);
        Assert.Equal("", await ReadAsync(store, "empty"));
    }

    [ContractFact]
    public async Task PutAsync_AgainWithOtherContent_ReplacesItAndChangesTheETag()
    {
        IObjectStore store = CreateStore();
        HashSet<string> tags = [];
        for (int i = 0; i < 20; i++)
        {
            StoredObject? put = await PutAsync(store, "key", $"content {i:00}"); // Equal lengths, in quick succession.
            Assert.True(tags.Add(put!.ETag));
            Assert.Equal(put.ETag, (await store.FindAsync("key"))!.ETag);
        }

        Assert.Equal("content 19", await ReadAsync(store, "key"));
        Assert.Single(await ListAsync(store));
    }

    [ContractFact]
    public async Task PutAsync_ContentChangedAfterwards_KeepsWhatWasPut()
    {
        IObjectStore store = CreateStore();
        byte[] content = "hello"u8.ToArray();
        await store.PutAsync("key", content);
        content[0] = (byte)'j';
        Assert.Equal("hello", await ReadAsync(store, "key"));
    }

    [ContractFact]
    public async Task OpenIfMatchAsync_SameObject_OpensItFromTheOffset()
    {
        IObjectStore store = CreateStore();
        StoredObject put = (await PutAsync(store, "key", "hello"))!;
        StoredObject listed = Assert.Single(await ListAsync(store));

        foreach (string etag in new[] { put.ETag, listed.ETag })
        {
            await using Stream stream = (await store.OpenIfMatchAsync("key", etag, 2))!;
            using StreamReader reader = new(stream);
            Assert.Equal("llo", await reader.ReadToEndAsync());
        }
    }

    [ContractFact]
    public async Task OpenIfMatchAsync_ObjectReplacedOrGone_OpensNoOther()
    {
        IObjectStore store = CreateStore();
        StoredObject put = (await PutAsync(store, "key", "hello"))!;
        await PutAsync(store, "key", "other");

        Assert.Null(await store.OpenIfMatchAsync("key", put.ETag));
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenIfMatchAsync("absent", put.ETag));
    }

    [ContractFact]
    public async Task PutAsync_IfNoneMatch_OnlyFirstIsStored()
    {
        IObjectStore store = CreateStore();

        Assert.NotNull(await PutAsync(store, "key", "first", PutCondition.Absent));
        Assert.Null(await PutAsync(store, "key", "second", PutCondition.Absent));

        Assert.Equal("first", await ReadAsync(store, "key"));
    }

    [ContractFact]
    public async Task PutAsync_IfMatch_OnlyOverTheNamedVersion()
    {
        IObjectStore store = CreateStore();
        StoredObject first = (await PutAsync(store, "key", "first"))!;

        StoredObject? second = await PutAsync(store, "key", "second", PutCondition.Matching(first.ETag));
        StoredObject? third = await PutAsync(store, "key", "third", PutCondition.Matching(first.ETag));

        Assert.NotNull(second);
        Assert.Null(third);
        Assert.Equal("second", await ReadAsync(store, "key"));
    }

    [ContractFact]
    public async Task PutAsync_IfMatchWithoutObject_StoresNothing()
    {
        IObjectStore store = CreateStore();

        Assert.Null(await PutAsync(store, "key", "content", PutCondition.Matching("0-0")));

        Assert.Empty(await ListAsync(store));
    }

    [ContractFact]
    public async Task PutAsync_WhileRead_ReaderSeesOneVersionWhole()
    {
        IObjectStore store = CreateStore();
        string small = new('a', 10_000);
        string large = new('b', 300_000);
        await PutAsync(store, "key", small);
        Task writer = Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                await PutAsync(store, "key", i % 2 == 0 ? large : small);
            }
        });
        while (!writer.IsCompleted)
        {
            string read = await ReadAsync(store, "key");
            Assert.True(read == small || read == large);
        }

        await writer;
    }

    [ContractTheory]
    [InlineData(0, "hello")]
    [InlineData(2, "llo")]
    [InlineData(5, "")]
    [InlineData(9, "")]
    public async Task OpenReadAsync_Offset_ReadsFromThere(long offset, string expected)
    {
        IObjectStore store = CreateStore();
        await PutAsync(store, "key", "hello");
        Assert.Equal(expected, await ReadAsync(store, "key", offset));
    }

    [ContractTheory]
    [InlineData("absent")]
    [InlineData("folder")]
    [InlineData("folder/absent")]
    [InlineData("absent/absent")]
    public async Task OpenReadAsync_NoObject_SaysSo(string key)
    {
        IObjectStore store = CreateStore();
        await PutAsync(store, "folder/key", "hello");

        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenReadAsync(key));
        Assert.Null(await store.FindAsync(key));
    }

    [ContractFact]
    public async Task ListAsync_EmptyStore_IsEmpty() => Assert.Empty(await ListAsync(CreateStore()));

    [ContractFact]
    public async Task ListAsync_AnyKeys_AreInOrdinalOrderWithinPrefixAndAfterStart() =>
        await Gen.Select(Keys.Array[0, 12], Gen.Select(Keys, Gen.Int[0, 4]), Keys, Gen.Bool).SampleAsync(
            async (keys, cut, start, hasStart) =>
            {
                IObjectStore store = CreateStore();
                foreach (string key in keys)
                {
                    await PutAsync(store, key, key);
                }

                string prefix = cut.Item1[..Math.Min(cut.Item2, cut.Item1.Length)];
                string? startAfter = hasStart ? start : null;
                IEnumerable<string> expected = keys.Distinct()
                    .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                    .Where(key => startAfter is null || string.CompareOrdinal(key, startAfter) > 0)
                    .Order(StringComparer.Ordinal);
                Assert.Equal(expected, (await ListAsync(store, prefix, startAfter)).Select(found => found.Key));
            },
            iter: 40,
            threads: 1);

    [ContractTheory]
    [InlineData("")]
    [InlineData("/absolute")]
    public async Task PutAsync_NoKey_IsRefused(string key) =>
        await Assert.ThrowsAsync<IOException>(() => PutAsync(CreateStore(), key, "x"));

    protected static async Task<StoredObject?> PutAsync(IObjectStore store, string key, string content, PutCondition condition = default) =>
        await store.PutAsync(key, Encoding.UTF8.GetBytes(content), condition);

    /// <summary>Lists to the end.</summary>
    public static async Task<List<StoredObject>> ListAsync(IObjectStore store, string prefix = "", string? startAfter = null)
    {
        List<StoredObject> found = [];
        await foreach (StoredObject item in store.ListAsync(prefix, startAfter))
        {
            found.Add(item);
        }

        return found;
    }

    /// <summary>Reads text to the end.</summary>
    public static async Task<string> ReadAsync(IObjectStore store, string key, long offset = 0)
    {
        await using Stream stream = await store.OpenReadAsync(key, offset);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
