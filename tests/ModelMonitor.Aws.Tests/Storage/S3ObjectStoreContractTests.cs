using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>The contract of every store, against a local S3; not its races, since that S3 looks first and then writes.</summary>
[NeedsLocalS3]
[Collection(nameof(LocalS3))]
public sealed class S3ObjectStoreContractTests(LocalS3Fixture local) : ObjectStoreContract
{
    protected override IObjectStore CreateStore() => local.CreateStore();
}
