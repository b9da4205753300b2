using System.Globalization;
using System.Text.Json;
using ModelMonitor.Cli.Exporting;
using ModelMonitor.Exports;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Says what was exported.</summary>
internal static class ExportReport
{
    private const int MostWarnings = 10;
    private const int LongestMessage = 500;

    /// <summary>Writes it as a sentence.</summary>
    public static void Write(TextWriter output, ExportResult result)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(result.Runs, "run")} of {Count(result.Monitors, "monitor")}, {Count(result.Rows, "row")}"));
        output.WriteLine($"  {DisplayText.Fit(result.Target, LongestMessage)}");
    }

    /// <summary>Writes it as JSON.</summary>
    public static void WriteJson(Utf8JsonWriter writer, ExportResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("target", result.Target);
        writer.WriteNumber("monitors", result.Monitors);
        writer.WriteNumber("runs", result.Runs);
        writer.WriteNumber("rows", result.Rows);
        writer.WriteStartArray("unreadable");
        foreach (StoredRunReading reading in result.Unreadable)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", reading.Key.Folder);
            writer.WriteString("problem", reading.Problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Says which runs are left out, the first of them.</summary>
    public static void WriteWarnings(TextWriter error, ExportResult result)
    {
        foreach (StoredRunReading reading in result.Unreadable.Take(MostWarnings))
        {
            error.WriteLine($"modelmonitor: warning: {DisplayText.Fit($"{reading.Key.Folder}: {reading.Problem}", LongestMessage)}; left out");
        }

        if (result.Unreadable.Count > MostWarnings)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"modelmonitor: warning: {result.Unreadable.Count - MostWarnings} more are left out"));
        }
    }

    private static string Count(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
