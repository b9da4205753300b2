using System.Text;
using System.Text.RegularExpressions;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Testing;

namespace ModelMonitor.Contracts.Tests.Monitors;

/// <summary>The monitor files that the documents show, whole or in part, are files that can be deployed.</summary>
public sealed partial class DocumentedMonitorsTests
{
    private const string Sections = "dataQuality|modelQuality|bias|attribution";

    public static TheoryData<string> Pages { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(page => Path.GetRelativePath(Repository.Root, page)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Examples_OfAPage_HaveNoProblem(string page) => Assert.All(
        ExamplesOf(page), example => Assert.Empty(MonitorReader.Read(Encoding.UTF8.GetBytes(example)).Problems));

    [Theory]
    [InlineData("README.md", 3)]
    [InlineData("docs/model-quality.md", 1)]
    [InlineData("docs/bias-metrics.md", 2)]
    [InlineData("docs/attribution.md", 1)]
    [InlineData("docs/operations.md", 3)]
    [InlineData("docs/rules.md", 3)]
    public void Examples_OfAPage_AreFound(string page, int atLeast) => Assert.InRange(ExamplesOf(page).Count(), atLeast, int.MaxValue);

    /// <summary>The examples of a page: whole files as they are, parts of one put into a file.</summary>
    private static IEnumerable<string> ExamplesOf(string page)
    {
        foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))))
        {
            string text = block.Groups[1].Value;
            if (WholeFile().IsMatch(text))
            {
                yield return text;
            }
            else if (Part().IsMatch(text))
            {
                string further = KindOfMonitor().IsMatch(text) ? "" : """, "dataQuality": {}""";

                // Stages that sample set the endpoint's capture.
                further += text.Contains("\"stages\"", StringComparison.Ordinal) ? """, "capture": { "configureEndpoint": true }""" : "";
                yield return $"{{ \"name\": \"churn\", \"endpoint\": \"churn-xgboost\"{further},\n{text}\n}}";
            }
        }
    }

    [GeneratedRegex("^```jsonc?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\{\s*""name"":.*?""endpoint"":", RegexOptions.Singleline)]
    private static partial Regex WholeFile();

    [GeneratedRegex($@"^""({Sections}|alarms|rules|remediation|stages|capture|preprocess|postprocess|notify|baseline)"": ")]
    private static partial Regex Part();

    [GeneratedRegex($@"^""({Sections})"": ", RegexOptions.Multiline)]
    private static partial Regex KindOfMonitor();
}
