using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>Ties the tests that need a local S3 to one.</summary>
[CollectionDefinition(nameof(LocalS3))]
public sealed class LocalS3Group : ICollectionFixture<LocalS3Fixture>;
