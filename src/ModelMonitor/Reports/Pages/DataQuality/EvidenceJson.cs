using System.Text.Json;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.DataQuality;

/// <summary>Writes evidence as the scripts read it. Shares are whole numbers of ten-thousandths: half the length, and enough to draw.</summary>
internal static class EvidenceJson
{
    /// <summary>Writes a distribution.</summary>
    public static void WriteDistribution(Utf8JsonWriter json, Distribution distribution)
    {
        json.WriteStartObject();
        WriteBars(json, distribution);
        json.WriteEndObject();
    }

    /// <summary>Writes a feature whose card a script makes on demand.</summary>
    public static void WriteFeature(Utf8JsonWriter json, FeatureEvidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("name", SafeText.Shorten(evidence.Name));
        if (evidence.Distribution is { } distribution)
        {
            WriteBars(json, distribution);
        }

        if (evidence.Measurements.Count > 0)
        {
            json.WriteStartArray("figures");
            foreach (Measurement measurement in evidence.Measurements)
            {
                json.WriteStringValue(measurement.Baseline is { } before ? Figures.Number(before) : "–");
                json.WriteStringValue(measurement.Current is { } now ? Figures.Number(now) : "–");
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteBars(Utf8JsonWriter json, Distribution distribution)
    {
        if (distribution.Edges is { } edges)
        {
            json.WriteStartArray("edges");
            foreach (double edge in edges)
            {
                json.WriteStringValue(Figures.Number(edge));
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteStartArray("bars");
            foreach (string bar in distribution.Bars)
            {
                json.WriteStringValue(SafeText.Clean(bar));
            }

            json.WriteEndArray();
        }

        WriteShares(json, "baseline", distribution.Baseline);
        WriteShares(json, "current", distribution.Current);
    }

    private static void WriteShares(Utf8JsonWriter json, string name, IReadOnlyList<double>? shares)
    {
        if (shares is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (double share in shares)
        {
            json.WriteNumberValue((int)Math.Round(10_000.0 * share));
        }

        json.WriteEndArray();
    }
}
