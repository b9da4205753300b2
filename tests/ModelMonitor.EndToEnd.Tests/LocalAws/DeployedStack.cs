namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>A stack as CloudFormation has it.</summary>
internal sealed record DeployedStack(IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<DeployedResource> Resources)
{
    public IEnumerable<DeployedResource> OfType(string type) =>
        Resources.Where(resource => string.Equals(resource.Type, type, StringComparison.Ordinal));

    /// <summary>The physical name of the one resource of a type whose logical name holds a word.</summary>
    public string NameOf(string type, string word) =>
        OfType(type).Single(resource => resource.LogicalId.Contains(word, StringComparison.Ordinal)).PhysicalId;
}
