namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>dataQuality</c>.</summary>
internal static class DataQualitySectionReader
{
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

        section.Finish();
        return new DataQualitySection(emitMetrics, features);
    }

    private static FeatureSettings ReadFeature(SectionReader feature)
    {
        FeatureSettings settings = new()
        {
            Enabled = feature.ReadBoolean("enabled", true),
            DriftThreshold = feature.ReadFraction("driftThreshold"),
            Completeness = feature.ReadFraction("completeness"),
            DataTypeThreshold = feature.ReadFraction("dataTypeThreshold"),
            DomainContentThreshold = feature.ReadFraction("domainContentThreshold"),
        };
        feature.Finish();
        return settings;
    }
}
