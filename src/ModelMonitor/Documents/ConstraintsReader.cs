namespace ModelMonitor.Documents;

/// <summary>Reads <c>constraints.json</c>.</summary>
internal static class ConstraintsReader
{
    public static ConstraintsDocument Read(JsonPlace root)
    {
        root.Optional("version")?.Number();
        FeatureNames names = new();
        return new ConstraintsDocument(
            root.Required("features").Items(feature => ReadFeature(feature, names)),
            MonitoringConfigReader.Read(root.Optional("monitoring_config")) ?? new MonitoringConfig());
    }

    private static FeatureConstraints ReadFeature(JsonPlace feature, FeatureNames names)
    {
        JsonPlace? number = feature.Optional("num_constraints");
        JsonPlace? text = feature.Optional("string_constraints");
        return new FeatureConstraints(
            names.Read(feature.Required("name")), InferredTypeWord.Read(feature.Required("inferred_type")))
        {
            Completeness = feature.Optional("completeness")?.NumberIn(0.0, 1.0),
            IsNonNegative = number?.Optional("is_non_negative")?.Truth(),
            Domains = text?.Optional("domains")?.Items(value => value.Text()),
            Overrides = MonitoringConfigReader.Read(feature.Optional("monitoringConfigOverrides")),
            StringOverrides = MonitoringConfigReader.Read(text?.Optional("monitoring_config_overrides")),
            NumberOverrides = MonitoringConfigReader.Read(number?.Optional("monitoring_config_overrides")),
        };
    }
}
