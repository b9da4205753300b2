using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Storage;

public sealed class MemoryObjectStoreTests : ConcurrentObjectStoreContract
{
    [Fact]
    public async Task PutAsync_SameContentAgain_KeepsTheETag()
    {
        IObjectStore store = CreateStore();
        StoredObject? first = await PutAsync(store, "a", "content");
        StoredObject? second = await PutAsync(store, "b", "content");
        Assert.Equal(first!.ETag, second!.ETag);
    }

    protected override IObjectStore CreateStore() => new MemoryObjectStore(TimeProvider.System);
}
