using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Constraints;

/// <summary>No negative numbers where the baseline has none. SageMaker suggests this constraint but never checks it.</summary>
internal sealed class NonNegativeCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.IsNonNegative;

    public string? Describe(FeatureComparison feature)
    {
        MomentsState moments = feature.Current.Moments;
        return feature.Compatibility == Compatibility.Corrected && feature.Constraints.IsNonNegative == true
            && moments.Count > 0 && moments.Minimum < 0.0
            ? "Data non-negative requirement is not met. "
            + $"Expected minimum: 0.0. Observed: The minimum is {JavaDouble.ToString(moments.Minimum)}."
            : null;
    }
}
