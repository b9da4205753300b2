namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>All tests that synthesize: one after another, since the CDK's library is one process with one conversation.</summary>
[CollectionDefinition(Name)]
public sealed class SynthesisCollection : ICollectionFixture<Deployments>
{
    public const string Name = "Synthesis";
}
