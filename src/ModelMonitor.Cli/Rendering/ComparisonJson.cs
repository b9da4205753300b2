using System.Text.Json;
using ModelMonitor.Cli.Comparison;
using ModelMonitor.Drift;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a comparison for programs.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes it; what one side lacks, or what could not be measured, is null.</summary>
    public static void Write(Utf8JsonWriter writer, DataComparison comparison)
    {
        writer.WriteStartObject();
        WriteSide(writer, "reference", comparison.Reference);
        WriteSide(writer, "current", comparison.Current);
        writer.WriteNumber("drifted", comparison.DriftedCount);
        writer.WriteStartArray("columns");
        foreach (ColumnComparison column in comparison.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            WriteColumn(writer, "reference", column.Reference);
            WriteColumn(writer, "current", column.Current);
            writer.WriteStartArray("results");
            for (int i = 0; i < column.Results.Count; i++)
            {
                WriteResult(writer, comparison.Methods[i], column.Results[i]);
            }

            writer.WriteEndArray();
            WriteMeasurements(writer, column.Measurements);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMeasurements(Utf8JsonWriter writer, IReadOnlyList<MethodMeasurement> measurements)
    {
        if (measurements.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("measurements");
        foreach ((DriftMethod method, DriftMeasurement measured, string? reason) in measurements)
        {
            writer.WriteStartObject();
            writer.WriteString("method", method.Id);
            WriteNumber(writer, "statistic", measured.IsCompared ? measured.Statistic : null);
            WriteNumber(writer, "pValue", measured.PValue);
            WriteNumber(writer, "effect", measured.IsCompared ? measured.Effect : null);
            WriteNumber(writer, "threshold", method.Threshold);
            WriteNumber(writer, "floor", method.PracticalFloor);
            WriteNumber(writer, "bound", measured.IsCompared ? measured.Bound : null);
            writer.WriteBoolean("drifted", method.Threshold is { } threshold && method.IsDrift(measured, threshold));
            writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, ComparedData data)
    {
        writer.WriteStartObject(name);
        writer.WriteString("path", data.Path);
        writer.WriteNumber("rows", data.Rows);
        writer.WriteNumber("unreadable", data.Reading?.Unreadable ?? 0);
        SampleJson.Write(writer, "unreadableSamples", data.Reading?.Samples ?? []);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, string name, ColumnSummary? column)
    {
        if (column is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("type", column.Type.ToString());
        writer.WriteNumber("completeness", column.Completeness);
        WriteNumber(writer, "mean", column.Mean);
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, DistanceMethod method, DriftResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("method", method.ToString());
        writer.WriteString("measure", result.Measure.ToString());
        WriteNumber(writer, "distance", result.Distance);
        WriteNumber(writer, "threshold", result.Distance is null ? null : result.Threshold);
        writer.WriteBoolean("violated", result.Violated);
        writer.WriteString("reason", result.Reason);
        writer.WriteEndObject();
    }

    /// <summary>JSON has no infinity and no NaN: they are null.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
