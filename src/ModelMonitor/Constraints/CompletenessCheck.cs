namespace ModelMonitor.Constraints;

/// <summary>The share of rows with a value.</summary>
internal sealed class CompletenessCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.Completeness;

    public string? Describe(FeatureComparison feature)
    {
        double observed = feature.Current.Completeness.Completeness;
        return feature.Settings.CompletenessThreshold is double expected && observed < expected
            ? "Data completeness requirement is not met. "
            + $"Expected: {Percentage.Of(expected)}%. Observed: Only {Percentage.Of(observed)}%."
            : null;
    }
}
