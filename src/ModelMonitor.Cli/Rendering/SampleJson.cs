using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes samples of what could not be read, for programs.</summary>
internal static class SampleJson
{
    /// <summary>Writes them as an array in the form that <c>run.json</c> has them in.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<UnreadableSample> samples)
    {
        writer.WriteStartArray(name);
        foreach (UnreadableSample sample in samples)
        {
            writer.WriteStartObject();
            writer.WriteString("file", sample.File);
            writer.WriteNumber("line", sample.Line);
            writer.WriteString("reason", sample.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
