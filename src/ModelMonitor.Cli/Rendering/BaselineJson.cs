using System.Text.Json;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes, for programs, what a baseline holds; the details are in its files.</summary>
internal static class BaselineJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, BuiltBaseline baseline, string folder)
    {
        if (baseline is not BaselineResult result)
        {
            WriteFiles(writer, baseline, folder);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("rows", result.Statistics.ItemCount);
        writer.WriteNumber("unreadable", result.Reading.Unreadable);
        SampleJson.Write(writer, "unreadableSamples", result.Reading.Samples);
        writer.WriteNumber("unusableNumbers", result.Reading.UnusableNumbers);
        writer.WriteString("statistics", StorePath.Combine(folder, ObjectKeys.Statistics));
        writer.WriteString("constraints", StorePath.Combine(folder, ObjectKeys.Constraints));
        writer.WriteStartArray("features");
        foreach (FeatureStatistics feature in result.Statistics.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteString("type", feature.InferredType.ToString());
            writer.WriteNumber("completeness", feature.Completeness);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter writer, BuiltBaseline baseline, string folder)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rows", baseline.Reading.Rows);
        writer.WriteNumber("unreadable", baseline.Reading.Unreadable);
        SampleJson.Write(writer, "unreadableSamples", baseline.Reading.Samples);
        writer.WriteNumber("unusableNumbers", baseline.Reading.UnusableNumbers);
        writer.WriteStartArray("remarks");
        foreach (string remark in baseline.Remarks)
        {
            writer.WriteStringValue(remark);
        }

        writer.WriteEndArray();
        foreach (RunDocument document in baseline.Documents)
        {
            writer.WriteString(Path.GetFileNameWithoutExtension(document.Name), StorePath.Combine(folder, document.Name));
        }

        writer.WriteEndObject();
    }
}
