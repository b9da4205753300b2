using System.Text.Json;
using ModelMonitor.Rules;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what became of rules that were tried, for programs.</summary>
internal static class RuleTrialJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, long rows, IReadOnlyList<RuleTrialResult> results)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rows", rows);
        writer.WriteStartArray("results");
        foreach (RuleTrialResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("name", result.Finding.Name);
            writer.WriteString("over", result.Finding.Over);
            writer.WriteString("severity", result.Finding.Severity);
            writer.WriteBoolean("violated", result.Finding.Violated);
            writer.WriteString("error", result.Problem);
            writer.WriteNumber("milliseconds", Math.Round(result.Milliseconds, 3));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
