using System.Globalization;
using ModelMonitor.Statistics.Fairness;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

/// <summary>docs/bias-metrics.md against the metrics: its worked example, parity and direction.</summary>
public sealed class BiasDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "bias-metrics.md"));

    [Fact]
    public void Example_OfEachMetric_HasTheNumberThatIsMeasured()
    {
        FacetCells cells = new(groups: 2);
        int groups = 0;
        foreach (string[] row in Rows("| group "))
        {
            long[] counts = [.. row[2..].Select(cell => long.Parse(cell, CultureInfo.InvariantCulture))];
            bool isSensitive = row[1] == "facet";
            int group = row[0] == "science" ? 0 : 1;
            cells.Add(group, isSensitive, 2, 2, counts[0]);
            cells.Add(group, isSensitive, 1, 2, counts[1]);
            cells.Add(group, isSensitive, 2, 1, counts[2]);
            cells.Add(group, isSensitive, 1, 1, counts[3]);
            groups++;
        }

        Assert.Equal(4, groups);
        FacetCounts all = FacetCounts.Of(cells, hasGroups: true) with { Flips = new FlipCounts(3, 8, 80) };
        List<string> documented = [];
        foreach (string[] row in Rows("| metric ").Concat(Rows("| metric of predictions ")))
        {
            IBiasMetric metric = BiasMetrics.Find(row[0])!;
            documented.Add(row[0]);
            Assert.Equal(metric.Measure(all).Value!.Value.ToString("0.0000", CultureInfo.InvariantCulture), row[^1]);
            Assert.Equal((metric.Least, metric.Most), (Number(row[2][1..row[2].IndexOf(',')]), Number(row[2][(row[2].IndexOf(',') + 1)..^1])));
            Assert.Equal(metric.Parity, double.Parse(row[3], CultureInfo.InvariantCulture));
            Assert.Equal(metric.Harm == HarmDirection.Above ? "above" : "below", row[4]);
        }

        Assert.Equal(
            BiasMetrics.PreTraining.Concat(BiasMetrics.PostTraining).Select(metric => metric.Name).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    private static double Number(string text) => text.Trim() switch
    {
        "∞" => double.PositiveInfinity,
        "-∞" => double.NegativeInfinity,
        "ln 2" => Math.Log(2.0),
        "√2" => Math.Sqrt(2.0),
        string number => double.Parse(number, CultureInfo.InvariantCulture),
    };

    /// <summary>The cells of a table whose header begins like this.</summary>
    private static IEnumerable<string[]> Rows(string header) => Lines
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
}
