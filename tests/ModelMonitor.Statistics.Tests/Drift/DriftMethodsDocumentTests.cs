using System.Globalization;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Drift;

public sealed class DriftMethodsDocumentTests
{
    /// <summary>Each row of the table is made of the method's own words.</summary>
    [Fact]
    public void Table_OfTheDocument_IsTheCatalogue()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "drift-methods.md"));

        Assert.Equal(
            DriftMethods.All.Select(Row),
            lines
                .SkipWhile(line => line != "## The methods")
                .TakeWhile(line => line != "## Sketches and their bound")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    private static string Row(DriftMethod method) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{method.Id}` | {method.Inputs.ToString().ToLowerInvariant()} | {method.Convention.Replace("|", "\\|", StringComparison.Ordinal)} | {Range(method)} | {Threshold(method)} | {method.Effect.Replace("|", "\\|", StringComparison.Ordinal)} | {Floor(method)} |");

    private static string Range(DriftMethod method) => (method.Minimum, method.Maximum) switch
    {
        (null, null) => "any",
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"≥ {least:0.###}"),
        var (least, most) => string.Create(CultureInfo.InvariantCulture, $"{least:0.###} to {most:0.###}"),
    };

    private static string Threshold(DriftMethod method) => method.Threshold is { } threshold
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(method.Direction == DriftDirection.SmallPValue ? "p ≤" : ">")} {threshold:0.###} ({method.ThresholdSource})")
        : method.ThresholdSource;

    private static string Floor(DriftMethod method) =>
        method.PracticalFloor is { } floor ? string.Create(CultureInfo.InvariantCulture, $"{floor:0.###}") : "none";
}
