using System.Text.Json;

namespace ModelMonitor.Bias;

/// <summary>Writes <c>analysis.json</c>.</summary>
internal static class AnalysisWriter
{
    public static byte[] Write(AnalysisDocument document) => ClarifyJson.Write(writer =>
    {
        writer.WriteString("version", "1.0");
        Write(writer, "post_training_bias_metrics", document.PostTraining);
        Write(writer, "pre_training_bias_metrics", document.PreTraining);
        Write(writer, document.Attributions);
    });

    private static void Write(Utf8JsonWriter writer, string name, BiasSection? section)
    {
        if (section is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("label", section.Label);
        writer.WriteStartObject("facets");
        foreach (IGrouping<string, FacetAnalysis> facet in section.Facets.GroupBy(facet => facet.Facet, StringComparer.Ordinal))
        {
            writer.WriteStartArray(facet.Key);
            foreach (FacetAnalysis value in facet)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        if (section.LabelValueOrThreshold is not null)
        {
            writer.WriteString("label_value_or_threshold", section.LabelValueOrThreshold);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FacetAnalysis facet)
    {
        writer.WriteStartObject();
        writer.WriteString("value_or_threshold", facet.ValueOrThreshold);
        writer.WriteStartArray("metrics");
        foreach (MetricAnalysis metric in facet.Metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            writer.WriteString("description", metric.Description);
            writer.WritePropertyName("value");
            ClarifyJson.WriteMeasure(writer, metric.Value);
            if (metric.Error is not null)
            {
                writer.WriteString("error", metric.Error);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<LabelAttributions>? labels)
    {
        if (labels is null)
        {
            return;
        }

        writer.WriteStartObject("explanations");
        writer.WriteStartObject("kernel_shap");
        foreach (LabelAttributions label in labels)
        {
            writer.WriteStartObject(label.Label);
            writer.WriteStartObject("global_shap_values");
            foreach ((string feature, double value) in label.Values)
            {
                writer.WritePropertyName(feature);
                ClarifyJson.WriteMeasure(writer, value);
            }

            writer.WriteEndObject();
            if (label.ExpectedValue is { } expected)
            {
                writer.WritePropertyName("expected_value");
                ClarifyJson.WriteMeasure(writer, expected);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
