namespace ModelMonitor.Documents;

/// <summary>Writes <c>constraints.json</c>, with the keys in SageMaker's order.</summary>
internal static class ConstraintsWriter
{
    public static void Write(JacksonWriter writer, ConstraintsDocument document)
    {
        writer.BeginObject();
        writer.Member("version", ConstraintsDocument.CurrentVersion);
        writer.BeginArray("features");
        foreach (FeatureConstraints feature in document.Features)
        {
            Write(writer, feature);
        }

        writer.EndArray();
        Write(writer, "monitoring_config", document.MonitoringConfig);
        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, FeatureConstraints feature)
    {
        writer.BeginObject();
        writer.Member("name", feature.Name);
        writer.Member("inferred_type", feature.InferredType.ToString());
        if (feature.Completeness is double completeness)
        {
            writer.Member("completeness", completeness);
        }

        if (feature.IsNonNegative is not null || feature.NumberOverrides is not null)
        {
            writer.BeginObject("num_constraints");
            WriteIfSet(writer, "is_non_negative", feature.IsNonNegative);
            Write(writer, "monitoring_config_overrides", feature.NumberOverrides);
            writer.EndObject();
        }

        if (feature.Domains is not null || feature.StringOverrides is not null)
        {
            writer.BeginObject("string_constraints");
            WriteDomains(writer, feature.Domains);
            Write(writer, "monitoring_config_overrides", feature.StringOverrides);
            writer.EndObject();
        }

        Write(writer, "monitoringConfigOverrides", feature.Overrides);
        writer.EndObject();
    }

    private static void WriteDomains(JacksonWriter writer, IReadOnlyList<string>? domains)
    {
        if (domains is null)
        {
            return;
        }

        writer.BeginArray("domains");
        foreach (string value in domains)
        {
            writer.Text(value);
        }

        writer.EndArray();
    }

    private static void Write(JacksonWriter writer, string name, MonitoringConfig? config)
    {
        if (config is null)
        {
            return;
        }

        writer.BeginObject(name);
        WriteSwitchIfSet(writer, "evaluate_constraints", config.EvaluateConstraints);
        WriteSwitchIfSet(writer, "emit_metrics", config.EmitMetrics);
        WriteIfSet(writer, "datatype_check_threshold", config.DataTypeThreshold);
        WriteIfSet(writer, "domain_content_threshold", config.DomainContentThreshold);
        if (config.Distribution is { } distribution)
        {
            writer.BeginObject("distribution_constraints");
            WriteSwitchIfSet(writer, "perform_comparison", distribution.PerformComparison);
            WriteIfSet(writer, "comparison_threshold", distribution.ComparisonThreshold);
            WriteIfSet(writer, "comparison_method", distribution.ComparisonMethod?.ToString());
            WriteIfSet(writer, "categorical_comparison_threshold", distribution.CategoricalComparisonThreshold);
            WriteIfSet(writer, "categorical_drift_method", distribution.CategoricalDriftMethod?.ToString());
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteSwitchIfSet(JacksonWriter writer, string name, bool? value) =>
        WriteIfSet(writer, name, value switch { true => "Enabled", false => "Disabled", null => null });

    private static void WriteIfSet(JacksonWriter writer, string name, double? value)
    {
        if (value is double number)
        {
            writer.Member(name, number);
        }
    }

    private static void WriteIfSet(JacksonWriter writer, string name, bool? value)
    {
        if (value is bool truth)
        {
            writer.Member(name, truth);
        }
    }

    private static void WriteIfSet(JacksonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Member(name, value);
        }
    }
}
