using System.Xml.Linq;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests;

/// <summary>The direction of dependencies, read from the project files.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ModelMonitor.Contracts"] = [],
        ["ModelMonitor.Statistics"] = [],
        ["ModelMonitor"] = ["ModelMonitor.Contracts", "ModelMonitor.Statistics"],
        ["ModelMonitor.Aws"] = ["ModelMonitor"],
        ["ModelMonitor.Functions"] = ["ModelMonitor", "ModelMonitor.Aws"],
        ["ModelMonitor.Cli"] = ["ModelMonitor", "ModelMonitor.Aws", "ModelMonitor.Functions"],
        ["ModelMonitor.Infra"] = ["ModelMonitor.Contracts"],
    };

    private static readonly string[] SourceFolders = ["src", "functions", "infra"];

    [Fact]
    public void SourceProjects_DependOnlyInTheAgreedDirection()
    {
        string[] projects =
        [
            .. SourceFolders.SelectMany(folder =>
                Directory.GetFiles(Path.Combine(Repository.Root, folder), "ModelMonitor*.csproj", SearchOption.AllDirectories)),
        ];
        Assert.Equal(Allowed.Keys.Order(), projects.Select(Path.GetFileNameWithoutExtension).Order()!);
        Assert.All(projects, project => Assert.Equal(
            Allowed[Path.GetFileNameWithoutExtension(project)].Order(),
            References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order()!));
    }

    [Fact]
    public void Contracts_HasNoPackage() =>
        Assert.Empty(References(Path.Combine(Repository.Root, "src", "ModelMonitor.Contracts", "ModelMonitor.Contracts.csproj"), "PackageReference"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
