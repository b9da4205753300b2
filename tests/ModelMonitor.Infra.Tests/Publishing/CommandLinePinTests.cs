using System.Text.Json.Nodes;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Publishing;

/// <summary>The pinned command line of the CDK.</summary>
public sealed class CommandLinePinTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra");

    [Fact]
    public void LockFile_NamesPackagesByHashAndNoRegistry()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "package-lock.json"));

        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.StartsWith("sha512-", JsonNode.Parse(text)!["packages"]!["node_modules/aws-cdk"]!["integrity"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Package_IsPinnedToOneVersion()
    {
        JsonNode package = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")))!;

        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+$", package["devDependencies"]!["aws-cdk"]!.GetValue<string>());
    }
}
