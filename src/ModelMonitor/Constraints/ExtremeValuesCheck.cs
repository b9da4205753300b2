using System.Globalization;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Constraints;

/// <summary>No sudden cluster of values beyond the baseline's 0.1 and 99.9 percentiles.</summary>
/// <remarks>
/// How many values lie beyond two of the baseline's own values has, whatever the distribution, a beta-binomial
/// distribution, which allows for the baseline being a sample as well. Where a rank comes from a sketch, the error
/// it can have is taken from the count that is found, and added to the one that is expected.
/// </remarks>
internal sealed class ExtremeValuesCheck : IFeatureCheck
{
    private const double LowShare = 0.001;
    private const double HighShare = 0.999;

    /// <summary>Baselines of fewer rows have no such percentiles: their outermost values would stand for them.</summary>
    private const long FewestRows = 1_000;

    public string CheckType => CheckTypes.ExtremeValues;

    public string? Describe(FeatureComparison feature)
    {
        if (feature.Compatibility == Compatibility.SageMaker
            || feature.Settings.ExtremesSignificance is not { } significance
            || feature.Current.Moments.Count == 0
            || feature.Baseline is not { Numerical.Distribution.Sketch: KllSketchBuffers sketch }
            || sketch.ToSortedView() is not { TotalWeight: >= FewestRows } baseline)
        {
            return null;
        }

        SortedView current = new(feature.Current.Sketch);
        double low = baseline.Quantile(LowShare);
        double high = baseline.Quantile(HighShare);
        long beyond = Outside(current, low, high);
        long found = beyond - (long)Math.Ceiling(2.0 * current.NormalizedRankError * current.TotalWeight);
        long reference = Outside(baseline, low, high) + (long)Math.Ceiling(2.0 * baseline.NormalizedRankError * baseline.TotalWeight);
        double p = ExceedanceTest.PValue(found, current.TotalWeight, reference, baseline.TotalWeight);
        return p > significance
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Extreme values requirement is not met. Expected: {(double)Outside(baseline, low, high) / baseline.TotalWeight:P2} below {low:R} or above {high:R}, as in the baseline. Observed: {(double)beyond / current.TotalWeight:P2} of {current.TotalWeight} (p = {p:G3}).");
    }

    private static long Outside(SortedView numbers, double low, double high) =>
        numbers.RankExclusive(low) + numbers.TotalWeight - numbers.Rank(high);
}
