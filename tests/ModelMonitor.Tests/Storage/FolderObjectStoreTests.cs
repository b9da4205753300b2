using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Storage;

public sealed class FolderObjectStoreTests : ConcurrentObjectStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _stores;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("..")]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    [InlineData(".modelmonitor-lock")]
    [InlineData("a/.modelmonitor-1-1/b")]
    public async Task AnyMethod_KeyThatLeavesTheFolder_IsRefused(string key)
    {
        IObjectStore store = CreateStore();

        await Assert.ThrowsAsync<IOException>(() => PutAsync(store, key, "x"));
        await Assert.ThrowsAsync<IOException>(async () => await store.OpenReadAsync(key));
        await Assert.ThrowsAsync<IOException>(async () => await store.FindAsync(key));
        Assert.Empty(await ListAsync(store));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("a/../../b")]
    public async Task ListAsync_PrefixThatLeavesTheFolder_IsRefused(string prefix)
    {
        IObjectStore store = CreateStore();
        await PutAsync(store, "a/b", "x");
        await Assert.ThrowsAsync<IOException>(() => ListAsync(store, prefix));
    }

    [Fact]
    public async Task PutAsync_ThatFails_LeavesNothingBehind()
    {
        FolderObjectStore store = new(_folder.Root);
        _folder.Write("target/inner", "x");

        await Assert.ThrowsAsync<IOException>(() => PutAsync(store, "target", "x"));
        await PutAsync(store, "key", "x");
        await PutAsync(store, "key", "y", PutCondition.Absent);
        await PutAsync(store, "key", "y", PutCondition.Matching("0-0"));

        Assert.Equal(
            ["key", "target", "target/inner"],
            Directory.EnumerateFileSystemEntries(_folder.Root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_folder.Root, path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PutAsync_Cancelled_LeavesOldContentAndNothingElse()
    {
        FolderObjectStore store = new(_folder.Root);
        await PutAsync(store, "key", "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.PutAsync("key", "new"u8.ToArray(), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal("old", await ReadAsync(store, "key"));
        Assert.Equal(["key"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task PutAsync_LeftOversOfACrash_AreSteppedOverAndNotListed()
    {
        string leftOver = _folder.Write($".modelmonitor-{Environment.ProcessId}-1", "half");
        FolderObjectStore store = new(_folder.Root);

        await PutAsync(store, "key", "whole");

        Assert.Equal("whole", await ReadAsync(store, "key"));
        Assert.Equal("half", await File.ReadAllTextAsync(leftOver));
        Assert.Equal(["key"], (await ListAsync(store)).Select(found => found.Key));
    }

    [Fact]
    public async Task PutAsync_TwoStoresOnOneFolderIfMatch_ExactlyOneWins()
    {
        FolderObjectStore one = new(_folder.Root);
        FolderObjectStore other = new(_folder.Root);
        StoredObject start = (await PutAsync(one, "key", "start"))!;

        StoredObject?[] results = await Task.WhenAll(
            Task.Run(() => PutAsync(one, "key", "1", PutCondition.Matching(start.ETag))),
            Task.Run(() => PutAsync(other, "key", "2", PutCondition.Matching(start.ETag))));

        Assert.Single(results, result => result is not null);
    }

    [Fact]
    public async Task ListAsync_FileWrittenByAnotherProgram_IsAnObject()
    {
        _folder.Write("a/hidden/.dot.jsonl", "{}");
        FolderObjectStore store = new(_folder.Root);

        StoredObject found = Assert.Single(await ListAsync(store));

        Assert.Equal(("a/hidden/.dot.jsonl", 2L), (found.Key, found.Size));
        Assert.Equal(found, await store.FindAsync("a/hidden/.dot.jsonl"));
    }

    [Fact]
    public async Task ListAsync_SymbolicLinks_AreFollowedOnceAround()
    {
        _folder.Write("real/file", "hello");
        Directory.CreateSymbolicLink(_folder.PathOf("linked"), _folder.PathOf("real"));
        Directory.CreateSymbolicLink(_folder.PathOf("real", "up"), _folder.Root);
        File.CreateSymbolicLink(_folder.PathOf("alias"), _folder.PathOf("real", "file"));
        File.CreateSymbolicLink(_folder.PathOf("broken"), _folder.PathOf("nowhere"));
        File.CreateSymbolicLink(_folder.PathOf("self"), _folder.PathOf("self"));
        FolderObjectStore store = new(_folder.Root);

        List<StoredObject> found = await ListAsync(store);

        Assert.Equal([("alias", 5L), ("linked/file", 5L), ("real/file", 5L)], found.Select(item => (item.Key, item.Size)));
        Assert.Equal("hello", await ReadAsync(store, "linked/file"));
        Assert.Null(await store.FindAsync("broken"));
    }

    [Fact]
    public async Task ListAsync_FolderThatIsNotThere_IsEmpty() =>
        Assert.Empty(await ListAsync(new FolderObjectStore(_folder.PathOf("absent"))));

    [Fact]
    public async Task ListAsync_Cancelled_Stops()
    {
        FolderObjectStore store = new(_folder.Root);
        await PutAsync(store, "key", "x");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (StoredObject _ in store.ListAsync("", cancellationToken: new CancellationToken(canceled: true)))
            {
            }
        });
    }

    protected override IObjectStore CreateStore() =>
        new FolderObjectStore(_folder.PathOf($"store-{Interlocked.Increment(ref _stores)}"));
}
