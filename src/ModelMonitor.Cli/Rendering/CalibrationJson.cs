using System.Text.Json;
using ModelMonitor.Drift;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a calibration for programs.</summary>
internal static class CalibrationJson
{
    /// <summary>Writes it; a change that is never seen is null.</summary>
    public static void Write(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rowsPerWindow", report.Rows);
        writer.WriteNumber("windowsPerMonth", report.WindowsPerMonth);
        writer.WriteNumber("falseAlarmsPerMonth", report.Stated);
        writer.WriteNumber("expectedFalseAlarmsPerMonth", report.Expected);
        writer.WriteNumber("expectedLow", report.ExpectedLow);
        writer.WriteNumber("expectedHigh", report.ExpectedHigh);
        writer.WriteStartArray("features");
        foreach (FeatureSensitivity feature in report.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteString("change", CalibrationTable.NameOf(feature.Change));
            WriteSize(writer, "withinOneWindow", feature.WithinOne);
            WriteSize(writer, "withinThreeWindows", feature.WithinThree);
            WriteSize(writer, "withinTwelveWindows", feature.WithinTwelve);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter writer, string name, double? size)
    {
        if (size is { } seen)
        {
            writer.WriteNumber(name, Math.Round(seen, 4));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
