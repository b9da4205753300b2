using System.Text.Json;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Testing;

namespace ModelMonitor.Contracts.Tests.Monitors;

/// <summary>The schema that editors use and the reader agree on every key.</summary>
public sealed class MonitorSchemaTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "monitors");

    [Fact]
    public void Schema_Keys_AreThoseTheReaderKnows()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "monitor.schema.json")));
        List<string> fromSchema = [];
        AddKeys(schema.RootElement, "$", fromSchema);

        // Enters every section, so that the reader asks for every key.
        MonitorReadingLog log = new();
        MonitorReader.Read(
            """
            {
              "capture": { "contentTypes": {} }, "baseline": {}, "dataset": { "format": { "csv": {}, "json": {}, "parquet": {} } },
              "dataQuality": { "features": { "x": { "drift": {} } }, "extremes": {}, "drift": {} }, "rules": [{}], "alarms": [{}], "notify": {}, "stages": [{}],
              "remediation": { "maintenance": [{}] },
              "modelQuality": { "labels": {}, "dataset": {} }, "bias": { "facets": [{}], "dataset": { "facets": { "x": "y" } }, "allowedRanges": { "x": {} }, "labels": {} }, "attribution": {}
            }
            """u8,
            log);

        Assert.Equal(fromSchema.Order(StringComparer.Ordinal), log.KnownKeys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schema_EveryKey_HasDescription()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "monitor.schema.json")));
        AssertDescribed(schema.RootElement, "$");
    }

    [Fact]
    public void Example_Churn_HasNoProblem()
    {
        MonitorReading reading = MonitorReader.Read(File.ReadAllBytes(Path.Combine(Folder, "churn.json")));

        Assert.Empty(reading.Problems);
        Assert.Equal("churn", reading.Definition!.Name);
        Assert.Equal(0.15, reading.Definition.DataQuality!.Features["Day Mins"].DriftThreshold);
        Assert.Equal(
            new AlarmSettings("feature_baseline_drift_Day Mins", 0.15) { Periods = 2, Of = 3 }, Assert.Single(reading.Definition.Alarms));
    }

    [Fact]
    public void Schema_MetricsOfAlarms_AreThoseOfRuns()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "monitor.schema.json")));
        JsonElement words = schema.RootElement.GetProperty("properties").GetProperty("alarms").GetProperty("items")
            .GetProperty("properties").GetProperty("metric").GetProperty("anyOf")[0].GetProperty("enum");

        Assert.Equal(MetricNames.OfRuns, words.EnumerateArray().Select(word => word.GetString()!));
    }

    private static void AddKeys(JsonElement schema, string path, List<string> keys)
    {
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                keys.Add($"{path}.{property.Name}");
                AddKeys(property.Value, $"{path}.{property.Name}", keys);
            }
        }

        // A value of several forms has the keys of all.
        if (schema.TryGetProperty("anyOf", out JsonElement forms))
        {
            foreach (JsonElement form in forms.EnumerateArray())
            {
                AddKeys(form, path, keys);
            }
        }

        // Keys that are free, such as the names of features, stand for one named x.
        if (schema.TryGetProperty("additionalProperties", out JsonElement free) && free.ValueKind == JsonValueKind.Object)
        {
            keys.Add($"{path}.x");
            AddKeys(free, $"{path}.x", keys);
        }

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            AddKeys(items, $"{path}[0]", keys);
        }
    }

    private static void AssertDescribed(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                Assert.True(property.Value.TryGetProperty("description", out _), $"{path}.{property.Name}");
                AssertDescribed(property.Value, $"{path}.{property.Name}");
            }
        }

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            AssertDescribed(items, $"{path}[]");
        }
    }
}
