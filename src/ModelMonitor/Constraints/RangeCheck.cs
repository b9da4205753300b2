using System.Globalization;
using ModelMonitor.Statistics;

namespace ModelMonitor.Constraints;

/// <summary>Not too many numbers outside the bounds that the monitor sets.</summary>
internal sealed class RangeCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.Range;

    public string? Describe(FeatureComparison feature)
    {
        CheckSettings settings = feature.Settings;
        MomentsState moments = feature.Current.Moments;
        double minimum = settings.Minimum ?? double.NegativeInfinity;
        double maximum = settings.Maximum ?? double.PositiveInfinity;

        // The smallest and the largest value are exact: where they lie within, all do.
        if (feature.Compatibility == Compatibility.SageMaker || moments.Count == 0 || (moments.Minimum >= minimum && moments.Maximum <= maximum))
        {
            return null;
        }

        SortedView numbers = new(feature.Current.Sketch);
        long outside = Math.Max(1, numbers.RankExclusive(minimum) + numbers.TotalWeight - numbers.Rank(maximum));
        double share = (double)outside / numbers.TotalWeight;
        return share <= settings.AllowedOutside
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Range requirement is not met. Expected: {Bounds(settings)}, up to {settings.AllowedOutside:P2} outside. Observed: {share:P2} of {moments.Count} numbers outside{Bound(numbers)}, from {moments.Minimum:R} to {moments.Maximum:R}.");
    }

    private static string Bounds(CheckSettings settings) => string.Create(CultureInfo.InvariantCulture, $"{settings.Minimum?.ToString("R", CultureInfo.InvariantCulture) ?? "any"} to {settings.Maximum?.ToString("R", CultureInfo.InvariantCulture) ?? "any"}");

    private static string Bound(SortedView numbers) => numbers.NormalizedRankError == 0.0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" (± {2.0 * numbers.NormalizedRankError:P2})");
}
