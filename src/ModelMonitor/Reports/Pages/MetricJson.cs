using System.Text.Json;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes metrics over time as the scripts read them: the columns' times, and of each line a list for each figure.</summary>
internal static class MetricJson
{
    /// <summary>Writes them.</summary>
    /// <param name="json">The page's data.</param>
    /// <param name="series">What the metrics of the history measure.</param>
    /// <param name="columns">The windows.</param>
    /// <param name="lines">The places of the series that are drawn.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<HistorySeries> series, MetricColumns columns, int[] lines)
    {
        json.WriteStartObject();
        json.WriteStartArray("start");
        foreach (HistoryRun[] group in columns.Groups)
        {
            json.WriteNumberValue(group[0].Window.Start.ToUnixTimeSeconds());
        }

        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (int line in lines)
        {
            HistoryMetric?[] metrics = [.. columns.Groups.Select(group => MetricColumns.Find(group, line))];
            json.WriteStartObject();
            json.WriteString("name", series[line].Segment is { Length: > 0 } segment ? SafeText.Shorten(segment) : series[line].Metric);
            Write(json, "value", metrics, metric => metric.Value);
            Write(json, "low", metrics, metric => metric.Low);
            Write(json, "high", metrics, metric => metric.High);
            Write(json, "limit", metrics, metric => metric.Threshold);
            Write(json, "minimum", metrics, metric => metric.Minimum);
            Write(json, "maximum", metrics, metric => metric.Maximum);
            WriteViolated(json, metrics);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A list of figures; nothing where no column has one.</summary>
    private static void Write(Utf8JsonWriter json, string name, HistoryMetric?[] metrics, Func<HistoryMetric, double?> figure)
    {
        double?[] figures = [.. metrics.Select(metric => metric is null ? null : figure(metric))];
        if (!figures.Any(IsDrawn))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (double? number in figures)
        {
            if (IsDrawn(number))
            {
                json.WriteNumberValue(number!.Value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteViolated(Utf8JsonWriter json, HistoryMetric?[] metrics)
    {
        json.WriteStartArray("violated");
        for (int i = 0; i < metrics.Length; i++)
        {
            if (metrics[i]?.Violated is true)
            {
                json.WriteNumberValue(i);
            }
        }

        json.WriteEndArray();
    }

    private static bool IsDrawn(double? number) => number is { } value && double.IsFinite(value);
}
