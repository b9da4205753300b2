using System.Text.Json;
using ModelMonitor.Cli.Demonstration;
using ModelMonitor.Cli.Runs;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a demonstration for programs.</summary>
internal static class DemoJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, DemoResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("folder", result.Folder.Root);
        writer.WriteString("monitor", result.Folder.Monitor);
        writer.WriteString("baseline", result.Folder.Baseline);
        writer.WriteString("page", result.Folder.Page);
        writer.WriteStartArray("hours");
        foreach (RunResult hour in result.Hours)
        {
            writer.WriteStartObject();
            writer.WriteString("start", hour.Record.Window!.Start);
            writer.WriteString("outcome", hour.Record.Outcome.ToString());
            writer.WriteNumber("rows", hour.Record.Rows);
            writer.WriteNumber("unreadable", hour.Record.Unreadable);
            writer.WriteNumber("violations", hour.Record.Violations);
            writer.WriteString("report", hour.Folder);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("drifting");
        foreach (DriftEvidence evidence in result.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteString("feature", evidence.Feature);
            writer.WriteString("since", evidence.Since);
            writer.WriteString("changed", evidence.What);
            writer.WriteString("before", evidence.Before);
            writer.WriteString("after", evidence.After);
            writer.WriteNumber("threshold", evidence.Threshold);
            writer.WriteStartArray("distances");
            foreach (double distance in evidence.Distances)
            {
                writer.WriteNumberValue(distance);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
