using System.Text.Json;
using ModelMonitor.Baselines.Metrics;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes the metrics of baselines for programs; what there is not, is null, and what is infinite a text.</summary>
internal static class MetricBaselineJson
{
    /// <summary>Writes the member <c>metrics</c> of a baseline.</summary>
    public static void WriteMetrics(Utf8JsonWriter writer, IReadOnlyList<BaselineMetric> metrics)
    {
        writer.WriteStartArray("metrics");
        foreach (BaselineMetric metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("of", metric.Group);
            writer.WriteString("name", metric.Name);
            WriteNumber(writer, "value", metric.Value);
            WriteNumber(writer, "low", metric.Low);
            WriteNumber(writer, "high", metric.High);
            WriteNumber(writer, "threshold", metric.Threshold);
            writer.WriteString("comparisonOperator", metric.Operator?.ToString());
            writer.WriteString("reason", metric.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes what is different between two, with every metric.</summary>
    public static void WriteDifferences(Utf8JsonWriter writer, string before, string after, IReadOnlyList<MetricDifference> differences)
    {
        writer.WriteStartObject();
        writer.WriteString("before", before);
        writer.WriteString("after", after);
        writer.WriteNumber("breaking", differences.Count(difference => difference.IsBreaking));
        writer.WriteStartArray("metrics");
        foreach (MetricDifference difference in differences)
        {
            writer.WriteStartObject();
            writer.WriteString("of", difference.Group);
            writer.WriteString("name", difference.Name);
            writer.WriteBoolean("breaking", difference.IsBreaking);
            writer.WriteBoolean("changed", difference.IsChanged);
            WriteSide(writer, "before", difference.Before);
            WriteSide(writer, "after", difference.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, BaselineMetric? metric)
    {
        if (metric is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteNumber(writer, "value", metric.Value);
        WriteNumber(writer, "threshold", metric.Threshold);
        writer.WriteString("comparisonOperator", metric.Operator?.ToString());
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        switch (number)
        {
            case null:
                writer.WriteNull(name);
                break;
            case { } value when double.IsFinite(value):
                writer.WriteNumber(name, value);
                break;
            default:
                writer.WriteString(name, number > 0 ? "Infinity" : "-Infinity");
                break;
        }
    }
}
