namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>dataQuality</c>.</summary>
internal static class DataQualitySectionReader
{
    private const double MostWeight = 1e6;

    public static DataQualitySection? Read(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        bool emitMetrics = section.ReadBoolean("emitMetrics", true);
        Dictionary<string, FeatureSettings> features = new(StringComparer.Ordinal);
        if (section.ReadSection("features") is { } list)
        {
            foreach (string name in list.Keys)
            {
                if (list.ReadSection(name) is { } feature)
                {
                    features.Add(name, ReadFeature(feature));
                }
            }

            list.Finish();
        }

        DriftSettings drift = DriftSectionReader.Read(section.ReadSection("drift"));
        section.Finish();
        return new DataQualitySection(emitMetrics, features) { Drift = drift };
    }

    private static FeatureSettings ReadFeature(SectionReader feature)
    {
        FeatureSettings settings = new()
        {
            Enabled = feature.ReadBoolean("enabled", true),
            Drift = DriftSectionReader.ReadFeature(feature.ReadSection("drift")),
            Weight = feature.ReadNumber("weight", 0.0, MostWeight) ?? 1.0,
            DriftThreshold = feature.ReadFraction("driftThreshold"),
            Completeness = feature.ReadFraction("completeness"),
            DataTypeThreshold = feature.ReadFraction("dataTypeThreshold"),
            DomainContentThreshold = feature.ReadFraction("domainContentThreshold"),
        };
        feature.Finish();
        return settings;
    }
}
