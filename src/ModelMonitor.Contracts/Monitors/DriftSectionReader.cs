namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the sections <c>drift</c> of the monitor and of its features.</summary>
internal static class DriftSectionReader
{
    private const double LargestEffect = 1e6;
    private const double MostFalseAlarms = 1e6;
    private const string Method = "a drift method, such as auto, ks, anderson_darling or psi_10 (all are in docs/drift-methods.md)";

    public static DriftSettings Read(SectionReader? section)
    {
        DriftSettings settings = new();
        if (section is null)
        {
            return settings;
        }

        settings = new DriftSettings
        {
            Method = section.ReadString("method", DriftMethodNames.IsKnown, Method) ?? settings.Method,
            FalseAlarmsPerMonth = section.ReadNumber("falseAlarmsPerMonth", 1e-6, MostFalseAlarms) ?? settings.FalseAlarmsPerMonth,
            MinimumEffect = section.ReadNumber("minimumEffect", 0.0, LargestEffect),
            Calibrated = section.ReadBoolean("calibrated", true),
            DatasetThreshold = section.ReadFraction("datasetThreshold"),
        };
        section.Finish();
        return settings;
    }

    public static FeatureDriftSettings? ReadFeature(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        FeatureDriftSettings settings = new(
            section.ReadString("method", DriftMethodNames.IsKnown, Method), section.ReadNumber("minimumEffect", 0.0, LargestEffect));
        section.Finish();
        return settings;
    }
}
