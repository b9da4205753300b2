using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;
using Xunit;

namespace ModelMonitor.Testing;

/// <summary>Reads embedded metrics as CloudWatch does, and fails the test for whatever it would refuse.</summary>
public static class EmbeddedMetricReader
{
    private const int LargestEvent = 256 * 1024;
    private const int MostDimensions = 30;

    private static readonly string[] Units = ["None", "Count", "Seconds"];
    private static readonly string[] StatisticSetKeys = ["Min", "Max", "Count", "Sum"];

    /// <summary>Whether a line of a function's output claims to be a document of metrics.</summary>
    public static bool IsDocument(string line) => line.StartsWith('{') && line.Contains("\"_aws\"", StringComparison.Ordinal);

    /// <summary>Reads all documents among the lines of a function's output.</summary>
    public static IReadOnlyList<EmbeddedMetric> ReadAll(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsDocument).SelectMany(Read)];

    /// <summary>Reads one document.</summary>
    public static IReadOnlyList<EmbeddedMetric> Read(string line)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, LargestEvent);
        Assert.DoesNotContain('\n', line);
        using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
        JsonElement root = document.RootElement;
        JsonElement metadata = root.GetProperty("_aws");
        AssertKeys(metadata, "Timestamp", "CloudWatchMetrics");
        DateTimeOffset timestamp = DateTimeOffset.FromUnixTimeMilliseconds(metadata.GetProperty("Timestamp").GetInt64());
        return [.. metadata.GetProperty("CloudWatchMetrics").EnumerateArray().SelectMany(directive => ReadDirective(root, directive, timestamp))];
    }

    private static IEnumerable<EmbeddedMetric> ReadDirective(JsonElement root, JsonElement directive, DateTimeOffset timestamp)
    {
        AssertKeys(directive, "Namespace", "Dimensions", "Metrics");
        string nameSpace = directive.GetProperty("Namespace").GetString()!;
        Assert.Matches(@"^[A-Za-z0-9._/#:-]{1,255}\z", nameSpace);
        Assert.DoesNotMatch("^AWS/", nameSpace);
        JsonElement metrics = directive.GetProperty("Metrics");
        Assert.InRange(metrics.GetArrayLength(), 1, MetricLimits.MetricsPerDocument);
        foreach (JsonElement keys in directive.GetProperty("Dimensions").EnumerateArray())
        {
            Dictionary<string, string> dimensions = ReadDimensions(root, keys);
            foreach (JsonElement metric in metrics.EnumerateArray())
            {
                yield return ReadMetric(root, metric, nameSpace, dimensions, timestamp);
            }
        }
    }

    private static Dictionary<string, string> ReadDimensions(JsonElement root, JsonElement keys)
    {
        Assert.InRange(keys.GetArrayLength(), 0, MostDimensions);
        Dictionary<string, string> dimensions = new(StringComparer.Ordinal);
        foreach (JsonElement key in keys.EnumerateArray())
        {
            string value = root.GetProperty(key.GetString()!).GetString()!;
            Assert.Matches(@"^[ -~]{1,1024}\z", value);
            Assert.NotEqual("", value.Trim());
            dimensions.Add(key.GetString()!, value);
        }

        return dimensions;
    }

    private static EmbeddedMetric ReadMetric(
        JsonElement root, JsonElement metric, string nameSpace, Dictionary<string, string> dimensions, DateTimeOffset timestamp)
    {
        AssertKeys(metric, "Name", "Unit");
        string name = metric.GetProperty("Name").GetString()!;
        string unit = metric.GetProperty("Unit").GetString()!;
        Assert.Matches(@"^[ -~]{1,255}\z", name);
        Assert.False(dimensions.ContainsKey(name), name);
        Assert.Contains(unit, Units);
        JsonElement value = root.GetProperty(name);
        return value.ValueKind == JsonValueKind.Object
            ? new EmbeddedMetric(nameSpace, dimensions, timestamp, name, unit, Value: null, ReadStatistics(value))
            : new EmbeddedMetric(nameSpace, dimensions, timestamp, name, unit, ReadNumber(value), Statistics: null);
    }

    private static MetricStatistics ReadStatistics(JsonElement set)
    {
        AssertKeys(set, StatisticSetKeys);
        MetricStatistics statistics = new(
            set.GetProperty("Count").GetInt64(),
            ReadNumber(set.GetProperty("Sum")),
            ReadNumber(set.GetProperty("Min")),
            ReadNumber(set.GetProperty("Max")));
        Assert.True(statistics.Count > 0 && statistics.Minimum <= statistics.Maximum, set.GetRawText());
        return statistics;
    }

    private static double ReadNumber(JsonElement value)
    {
        Assert.Equal(JsonValueKind.Number, value.ValueKind);
        double number = value.GetDouble();
        Assert.InRange(number, -MetricLimits.LargestValue, MetricLimits.LargestValue);
        return number;
    }

    private static void AssertKeys(JsonElement element, params IEnumerable<string> expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
}
