using ModelMonitor.Documents;
using ModelMonitor.Drift;

namespace ModelMonitor.Constraints;

/// <summary>The distance of a column's distribution from its baseline.</summary>
internal sealed class BaselineDriftCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.BaselineDrift;

    public string? Describe(FeatureComparison feature)
    {
        DriftResult drift = feature.Drift;
        if (!drift.Violated)
        {
            return null;
        }

        if (drift.Decision is { } decision)
        {
            return $"Baseline drift distance: {JavaDouble.ToString(decision.Effect)} exceeds threshold: {JavaDouble.ToString(decision.Floor)}"
                + $" ({decision.Method}, corrected p-value {JavaDouble.ToString(decision.PValue)}, at most {JavaDouble.ToString(decision.Rate)})";
        }

        string distance = JavaDouble.ToString(drift.Distance!.Value);
        string threshold = JavaDouble.ToString(drift.Threshold);
        return drift.Measure == DriftMeasure.ChiSquaredPValue
            ? $"Baseline drift p-value: {distance} does not exceed threshold: {threshold}"
            : $"Baseline drift distance: {distance} exceeds threshold: {threshold}";
    }
}
