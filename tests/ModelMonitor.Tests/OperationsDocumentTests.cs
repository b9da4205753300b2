using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests;

/// <summary>What docs/operations.md tells people to do is what the program understands.</summary>
public sealed partial class OperationsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Fact]
    public void Links_WithinThePage_LeadToHeadings()
    {
        string[] anchors = [.. Heading().Matches(Document).Select(heading => AnchorOf(heading.Groups[1].Value))];

        Assert.All(Link().Matches(Document), link => Assert.Contains(link.Groups[1].Value, anchors));
    }

    [Fact]
    public void Links_ToFiles_LeadToFilesAndTheirHeadings() => Assert.All(
        FileLink().Matches(Document),
        link =>
        {
            string file = Path.Combine(Repository.Root, "docs", link.Groups[1].Value);
            Assert.True(File.Exists(file), link.Value);
            if (link.Groups[2].Success)
            {
                Assert.Contains(
                    link.Groups[2].Value, Heading().Matches(File.ReadAllText(file)).Select(heading => AnchorOf(heading.Groups[1].Value)));
            }
        });

    [Fact]
    public void RunByHand_Input_IsARequest()
    {
        string input = Assert.Single(Input().Matches(Document)).Groups[1].Value;

        RunRequest? request = JsonSerializer.Deserialize(input, WorkflowJsonContext.Default.RunRequest);

        Assert.Equal("churn", request!.Monitor);
        Assert.True(PeriodText.TryParse(request.Window!, out _, out _));
    }

    [Fact]
    public void OwnBaseline_Pointer_IsOne()
    {
        string pointer = Assert.Single(Pointer().Matches(Document)).Groups[1].Value;

        Assert.Equal("from-sagemaker", BaselinePointer.Read("current.json", System.Text.Encoding.UTF8.GetBytes(pointer)).Version);
    }

    [Fact]
    public void Metrics_Listed_AreThoseThatArePublished() => Assert.Equal(
        MetricNames.OfRuns.Concat(MetricNames.FeaturePrefixes).Order(StringComparer.Ordinal),
        MetricRow().Matches(Document).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));

    // As GitHub does: small letters, hyphens for spaces, punctuation left out.
    private static string AnchorOf(string heading) =>
        Punctuation().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\(((?!https:|#)[^)#]+)(?:#([^)]+))?\)")]
    private static partial Regex FileLink();

    [GeneratedRegex(@"--input '(\{""monitor"".+)'")]
    private static partial Regex Input();

    [GeneratedRegex(@"echo '(\{ ""version"".+)'")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^\| `([a-z_]+)(?:\{feature\})?` \|", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex Punctuation();
}
