using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;

namespace ModelMonitor.Aws.Metrics;

/// <summary>Writes metrics as lines of CloudWatch's embedded metric format, which CloudWatch Logs turns into metrics.</summary>
/// <remarks>
/// <para>
/// Follows https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html:
/// a line is one JSON object with the metadata under <c>_aws</c> and dimensions and values as its members. A
/// statistic set is the object <c>{"Min", "Max", "Count", "Sum"}</c>, which the specification leaves out and AWS's own
/// exporter for OpenTelemetry (awsemfexporter) sends.
/// </para>
/// <para>
/// A line holds at most 100 metrics. With names of at most 255 ASCII characters it stays below 200 KB whatever they
/// are, and so below the 256 KB of a log event. Each is one write, so that no log line falls into it.
/// </para>
/// </remarks>
public static class EmbeddedMetricWriter
{
    private const string MetadataKey = "_aws";

    // Names are printable ASCII, so the relaxed encoder escapes quotes and backslashes alone.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes groups of metrics; those that CloudWatch would refuse are left out.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="groups">The metrics.</param>
    /// <exception cref="ArgumentException">A metric has the name of a dimension of its group, or of the metadata.</exception>
    public static void Write(Stream output, IEnumerable<MetricGroup> groups)
    {
        ArrayBufferWriter<byte> line = new();
        foreach (MetricGroup group in groups)
        {
            foreach (Metric[] metrics in group.Metrics.Where(metric => metric.IsPublishable).Chunk(MetricLimits.MetricsPerDocument))
            {
                line.ResetWrittenCount();
                using (Utf8JsonWriter writer = new(line, Options))
                {
                    WriteDocument(writer, group, metrics);
                }

                line.Write("\n"u8);
                output.Write(line.WrittenSpan);
            }
        }

        output.Flush();
    }

    private static void WriteDocument(Utf8JsonWriter writer, MetricGroup group, Metric[] metrics)
    {
        writer.WriteStartObject();
        WriteMetadata(writer, group, metrics);
        foreach (MetricDimension dimension in group.Dimensions)
        {
            writer.WriteString(dimension.Name, dimension.Value);
        }

        foreach (Metric metric in metrics)
        {
            WriteValue(writer, group, metric);
        }

        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, MetricGroup group, Metric[] metrics)
    {
        writer.WriteStartObject(MetadataKey);
        writer.WriteNumber("Timestamp"u8, group.Timestamp.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics"u8);
        writer.WriteStartObject();
        writer.WriteString("Namespace"u8, group.Namespace);
        writer.WriteStartArray("Dimensions"u8);
        writer.WriteStartArray();
        foreach (MetricDimension dimension in group.Dimensions)
        {
            writer.WriteStringValue(dimension.Name);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics"u8);
        foreach (Metric metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("Name"u8, metric.Name);
            writer.WriteString("Unit"u8, UnitOf(metric.Unit));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, MetricGroup group, Metric metric)
    {
        if (metric.Name == MetadataKey || group.Dimensions.Any(dimension => dimension.Name == metric.Name))
        {
            throw new ArgumentException($"A metric cannot be named '{metric.Name}' among these dimensions.", nameof(metric));
        }

        if (metric.Statistics is not { } statistics)
        {
            writer.WriteNumber(metric.Name, metric.Value);
            return;
        }

        writer.WriteStartObject(metric.Name);
        writer.WriteNumber("Min"u8, statistics.Minimum);
        writer.WriteNumber("Max"u8, statistics.Maximum);
        writer.WriteNumber("Count"u8, statistics.Count);
        writer.WriteNumber("Sum"u8, statistics.Sum);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> UnitOf(MetricUnit unit) => unit switch
    {
        MetricUnit.Count => "Count"u8,
        MetricUnit.Seconds => "Seconds"u8,
        _ => "None"u8,
    };
}
