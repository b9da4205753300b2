using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>The p-value of a measurement by a null distribution that holds in the far tail, with ties and with sketches.</summary>
public static class CalibratedPValue
{
    /// <summary>How many independent numbers a view is worth, a sketch's rank error taken into account.</summary>
    public static double SizeOf(SortedView numbers) => EffectiveSize.Of(numbers, EffectiveSize.InTheMiddle);

    /// <summary>The p-value of more missing cells, one-sided, of two sides with rows.</summary>
    public static double OfMoreMissing(SampleCompleteness current, SampleCompleteness reference) => ExactShares.OfIncrease(
        current.Missing, current.Present + current.Missing, reference.Missing, reference.Present + reference.Missing);

    /// <summary>The p-value; null where the method has no null distribution that could be trusted without a simulation.</summary>
    /// <remarks>
    /// That of a distance in the column's unit is Anderson and Darling's. Its own null distribution depends on how far the tails reach beyond what
    /// any sample shows: of columns without a variance no simulation from a baseline gives it.
    /// </remarks>
    /// <param name="method">The method.</param>
    /// <param name="measurement">What it measured, of two sides that it could compare.</param>
    /// <param name="current">The side now.</param>
    /// <param name="reference">The side it was compared with.</param>
    public static double? Of(DriftMethod method, DriftMeasurement measurement, DriftSample current, DriftSample reference)
    {
        if (method == NumericTestMethods.AndersonDarling)
        {
            return TiedAndersonDarling.PValue(measurement, current.Numbers!, reference.Numbers!);
        }

        if (method == DistanceMethods.Wasserstein || method == DistanceMethods.WassersteinNormed || method == DistanceMethods.Energy)
        {
            return TiedAndersonDarling.PValue(
                AndersonDarlingTest.Of(current.Numbers!, reference.Numbers!), current.Numbers!, reference.Numbers!);
        }

        if (method == NumericTestMethods.CramerVonMises)
        {
            return measurement.IsExact ? measurement.PValue : TiedCramerVonMises.PValue(measurement, current.Numbers!, reference.Numbers!);
        }

        if (method == NumericTestMethods.KolmogorovSmirnov)
        {
            return measurement.Bound == 0.0
                ? measurement.PValue
                : KolmogorovDistribution.UpperTail(
                    measurement.Statistic, EffectiveSize.Together(current.Numbers!, reference.Numbers!, EffectiveSize.InTheMiddle));
        }

        if (method == ShareTestMethods.MissingShare && current.Completeness is { } now && reference.Completeness is { } before)
        {
            return ExactShares.OfShare(now.Missing, now.Present + now.Missing, before.Missing, before.Present + before.Missing);
        }

        if (method == ShareTestMethods.ChiSquareContingency || method == ShareTestMethods.TwoProportions || method == ShareTestMethods.Fisher)
        {
            return ExactShares.OfCategories(current.Categories!, reference.Categories!);
        }

        return method == NumericTestMethods.Welch || method == NumericTestMethods.Student
            || method == NumericTestMethods.MannWhitney || method == ShareTestMethods.NewCategoryShare
            ? measurement.PValue
            : OfUnlikeTheOne(method, current, reference);
    }

    /// <summary>Where the reference has one value alone, the p-value of the rows that have another; otherwise null.</summary>
    private static double? OfUnlikeTheOne(DriftMethod method, DriftSample current, DriftSample reference)
    {
        if (method.Inputs.HasFlag(DriftInputs.Numbers) && current.Numbers is { } now && reference.Numbers is { } before)
        {
            return before.Values.Length != 1 ? null : OfOthers(
                now.TotalWeight - now.Rank(before.Values[0]) + now.RankExclusive(before.Values[0]), now.TotalWeight, before.TotalWeight);
        }

        return method.Inputs.HasFlag(DriftInputs.Categories)
            && current.Categories is { } texts
            && reference.Categories is { Categories.Length: 1 } one
            ? OfOthers(texts.Total - texts.CountOf(one.Categories[0]), texts.Total, one.Total)
            : null;
    }

    private static double OfOthers(long others, long size, long referenceSize) => ExactShares.OfIncrease(others, size, otherHits: 0, referenceSize);
}
