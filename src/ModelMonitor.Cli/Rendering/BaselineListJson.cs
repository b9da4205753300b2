using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Documents;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes versions of a baseline for programs.</summary>
internal static class BaselineListJson
{
    /// <summary>Writes a list of them.</summary>
    public static void Write(Utf8JsonWriter writer, string monitor, IReadOnlyList<BaselineListing> listings)
    {
        writer.WriteStartObject();
        writer.WriteString("monitor", monitor);
        writer.WriteString("current", listings.FirstOrDefault(listing => listing.IsCurrent)?.Version);
        writer.WriteStartArray("versions");
        foreach (BaselineListing listing in listings)
        {
            writer.WriteStartObject();
            WriteMembers(writer, listing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one with what it demands.</summary>
    public static void WriteDetails(Utf8JsonWriter writer, BaselineListing listing, IBaseline baseline)
    {
        writer.WriteStartObject();
        WriteMembers(writer, listing);
        writer.WriteStartArray("dataset");
        foreach (BaselineDatasetObject stored in listing.Manifest?.Dataset ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("key", stored.Key);
            writer.WriteNumber("size", stored.Size);
            writer.WriteString("eTag", stored.ETag);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("kinds");
        foreach (string kind in baseline.Kinds)
        {
            writer.WriteStringValue(kind);
        }

        writer.WriteEndArray();
        if (BaselineMetrics.Of(baseline) is { } metrics)
        {
            MetricBaselineJson.WriteMetrics(writer, metrics);
        }
        else
        {
            WriteFeatures(writer, (Baseline)baseline);
        }

        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, Baseline baseline)
    {
        writer.WriteBoolean("hasStatistics", baseline.Statistics is not null);
        writer.WriteStartArray("features");
        foreach (FeatureConstraints feature in baseline.Constraints.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteString("type", feature.InferredType.ToString());
            WriteNumber(writer, "completeness", feature.Completeness);
            writer.WriteBoolean("nonNegative", feature.IsNonNegative ?? false);
            WriteNumber(writer, "domainValues", feature.Domains?.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, BaselineListing listing)
    {
        writer.WriteString("version", listing.Version);
        writer.WriteBoolean("current", listing.IsCurrent);
        writer.WriteBoolean("waits", listing.Waits);
        WriteNumber(writer, "rows", listing.Manifest?.Rows);
        writer.WriteString("modelVersion", listing.Manifest?.ModelVersion);
        writer.WriteString("engineVersion", listing.Manifest?.EngineVersion);
        writer.WriteString("madeBy", listing.Manifest?.MadeBy);
        WriteTime(writer, "createdAt", listing.Manifest?.CreatedAt);
        WriteTime(writer, "promotedAt", listing.Promotion?.At);
        writer.WriteString("promotedBy", listing.Promotion?.By);
        writer.WriteString("reason", listing.Promotion?.Reason);
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } instant)
        {
            writer.WriteString(name, instant);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
