using System.Globalization;
using System.Text.Json;
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

    /// <summary>Each key of the schema has a row.</summary>
    [Fact]
    public void Keys_OfTheSchema_AreInTheDocument()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "monitors", "monitor.schema.json")));
        JsonElement quality = schema.RootElement.GetProperty("properties").GetProperty("dataQuality").GetProperty("properties");
        JsonElement feature = quality.GetProperty("features").GetProperty("additionalProperties").GetProperty("properties");

        Assert.Equal(
            [.. NamesOf(quality.GetProperty("drift")), .. NamesOf(feature.GetProperty("drift")).Select(name => $"drift.{name}"), "driftThreshold"],
            File.ReadAllLines(Path.Combine(Repository.Root, "docs", "drift-methods.md"))
                .SkipWhile(line => line != "## The keys")
                .TakeWhile(line => line != "## The rate, and its p-values")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]));

        static IEnumerable<string> NamesOf(JsonElement section) => section.GetProperty("properties").EnumerateObject().Select(property => property.Name);
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
