using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>The contract of every store, against a local S3; not its races, since that S3 looks first and then writes.</summary>
[NeedsLocalS3]
[Collection(nameof(LocalS3))]
public sealed class S3ObjectStoreContractTests(LocalS3Fixture local) : ObjectStoreContract
{
    [LocalS3Fact]
    public async Task PutAsync_ContentOfSeveralParts_IsOneObject()
    {
        const int SmallestPart = 5 << 20;
        byte[] content = new byte[(2 * SmallestPart) + 7];
        for (int i = 0; i < content.Length; i++)
        {
            content[i] = (byte)(i % 251);
        }

        S3ObjectStore store = new(local.Client, LocalS3Fixture.Bucket, "parts/") { PartSize = SmallestPart };
        StoredObject? put = await store.PutAsync("large", content);

        Assert.EndsWith("-3", put!.ETag, StringComparison.Ordinal);
        Assert.Equal((put.Size, put.ETag), await store.FindAsync("large") is { } found ? (found.Size, found.ETag) : default);
        Assert.Equal(content, await store.ReadAllAsync("large"));
    }

    protected override IObjectStore CreateStore() => local.CreateStore();
}
