using System.Text.RegularExpressions;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.History;
using ModelMonitor.Runs;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Exports;

/// <summary>What docs/exports.md says of the table is what is written.</summary>
public sealed partial class ExportsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md"));

    [Fact]
    public void Columns_Listed_AreThoseOfTheTable() => Assert.Equal(
        HistoryColumns.All.Select(column => (column.Name, column.Type.ToString(), column.IsNullable ? "yes" : "no")),
        ColumnRow().Matches(Document).Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)));

    [Fact]
    public void MetricsOfFeatures_Listed_AreThoseThatAreWritten() => Assert.Equal(
        HistoryMetrics.OfFeatures, MetricRow().Matches(Document).Select(row => row.Groups[1].Value));

    [Fact]
    public void MetricsOfRuns_Listed_AreThoseThatAreWritten()
    {
        string sentence = Document.Split("**Metrics of a run**")[1].Split('.')[0];

        Assert.Equal(
            HistoryMetrics.OfRuns.Order(StringComparer.Ordinal),
            Word().Matches(sentence).Select(word => word.Groups[1].Value).Where(word => word != "feature").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Outcomes_Listed_AreThoseOfRunsThatAreDone() => Assert.All(
        Enum.GetNames<RunOutcome>().Where(name => name != nameof(RunOutcome.Failed)),
        name => Assert.Contains($"`{name}`", Document.Split("| `outcome`")[1].Split('\n')[0], StringComparison.Ordinal));

    [Fact]
    public void ExampleOfAFile_IsTheKeyOfOne() => Assert.Contains(
        ObjectKeys.HistoryFile("churn", "data-quality", SampleReport.Ten, SampleReport.Ten.AddHours(1)), Document, StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(\w+)` \| (Text|Number|Flag|Time) \| (yes|no) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();

    [GeneratedRegex(@"^\| `(feature_\w+)` \| ", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Word();
}
