namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>The resources of a stack, as CloudFormation has them.</summary>
internal sealed record DeployedStack(IReadOnlyList<DeployedResource> Resources)
{
    /// <summary>The physical name of the one resource of a type whose logical name holds a word.</summary>
    public string NameOf(string type, string word) => Resources.Single(resource =>
        resource.Type == type && resource.LogicalId.Contains(word, StringComparison.Ordinal)).PhysicalId;
}
