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

        ExtremesSection extremes = ExtremesSection.Read(section.ReadSection("extremes"));
        DriftSettings drift = DriftSectionReader.Read(section.ReadSection("drift"));
        section.Finish();
        return new DataQualitySection(emitMetrics, features) { Extremes = extremes, Drift = drift };
    }

    private static FeatureSettings ReadFeature(SectionReader feature)
    {
        FeatureSettings settings = new()
        {
            Enabled = feature.ReadBoolean("enabled", true),
            Drift = DriftSectionReader.ReadFeature(feature.ReadSection("drift")),
            Weight = feature.ReadNumber("weight", 0.0, MostWeight),
            DriftThreshold = feature.ReadFraction("driftThreshold"),
            Completeness = feature.ReadFraction("completeness"),
            DataTypeThreshold = feature.ReadFraction("dataTypeThreshold"),
            DomainContentThreshold = feature.ReadFraction("domainContentThreshold"),
            Minimum = feature.ReadMetricValue("minimum"),
            Maximum = feature.ReadMetricValue("maximum"),
            AllowedOutside = feature.ReadFraction("allowedOutside") ?? 0.0,
        };
        if (settings.Minimum > settings.Maximum)
        {
            feature.Report("maximum", "is below minimum; no value could lie within");
        }

        if (feature.Find("allowedOutside") is not null && settings.Minimum is null && settings.Maximum is null)
        {
            feature.Report("allowedOutside", "needs minimum or maximum beside it");
        }

        feature.Finish();
        return settings;
    }
}
