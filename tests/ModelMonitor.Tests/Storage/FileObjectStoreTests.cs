using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Storage;

public sealed class FileObjectStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileObjectStore _store;

    public FileObjectStoreTests()
    {
        _folder.Write("other.csv", "x");
        _store = new FileObjectStore(_folder.Write("train.csv", "hello"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", null, 1)]
    [InlineData("train", "train", 1)]
    [InlineData("other", null, 0)]
    [InlineData("", "train.csv", 0)]
    public async Task ListAsync_OneFile_IsAllThereIs(string prefix, string? startAfter, int expected)
    {
        int count = 0;
        await foreach (StoredObject found in _store.ListAsync(prefix, startAfter))
        {
            Assert.Equal(("train.csv", 5L), (found.Key, found.Size));
            count++;
        }

        Assert.Equal(expected, count);
    }

    [Fact]
    public async Task OpenReadAsync_ItsName_ReadsFromOffset()
    {
        using StreamReader reader = new(await _store.OpenReadAsync("train.csv", 2));
        Assert.Equal("llo", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("other.csv")]
    [InlineData("../train.csv")]
    public async Task OpenReadAsync_AnotherFile_IsNotThere(string key)
    {
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await _store.OpenReadAsync(key));
        Assert.Null(await _store.FindAsync(key));
    }

    [Fact]
    public async Task PutAsync_Any_IsRefused() =>
        await Assert.ThrowsAsync<IOException>(async () => await _store.PutAsync("train.csv", default));
}
