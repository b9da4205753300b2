namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The tests that share one deployment.</summary>
[CollectionDefinition(Name)]
public sealed class DeployedCollection : ICollectionFixture<Deployment>
{
    public const string Name = "deployed";
}
