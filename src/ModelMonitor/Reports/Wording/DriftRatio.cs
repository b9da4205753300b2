using ModelMonitor.Drift;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Wording;

/// <summary>How near a feature is to its threshold, whatever the method: 1 is the threshold itself.</summary>
public static class DriftRatio
{
    /// <summary>The ratio of a distance; of a p-value, which falls with drift, the inverse one.</summary>
    public static double Of(double distance, double threshold, bool isPValue)
    {
        double ratio = isPValue ? threshold / distance : distance / threshold;
        return double.IsNaN(ratio) ? 0.0 : Math.Min(ratio, 1e9);
    }

    /// <summary>The ratio of a finding; 0 when nothing was measured, and of a change that chance explains.</summary>
    public static double Of(FeatureFinding feature) => feature is { PValue: { } pValue, Rate: { } rate } && pValue > rate ? 0.0
        : feature is { Distance: { } distance, Threshold: { } threshold }
        ? Of(distance, threshold, feature.Method == nameof(DriftMeasure.ChiSquaredPValue))
        : 0.0;
}
