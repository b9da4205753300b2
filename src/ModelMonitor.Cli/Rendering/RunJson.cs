using System.Text.Json;
using ModelMonitor.Cli.Runs;
using ModelMonitor.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes runs for programs: for each window what <c>run.json</c> says, and the violations.</summary>
internal static class RunJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<RunResult> results)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("runs");
        foreach (RunResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", result.Folder);
            writer.WriteBoolean("isRepeat", result.IsRepeat);
            writer.WritePropertyName("run");
            JsonSerializer.Serialize(writer, result.Record, RunJsonContext.Default.RunRecord);
            writer.WriteStartArray("violations");
            foreach (Violation violation in result.Violations)
            {
                writer.WriteStartObject();
                writer.WriteString("feature_name", violation.FeatureName);
                writer.WriteString("constraint_check_type", violation.CheckType);
                writer.WriteString("description", violation.Description);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
