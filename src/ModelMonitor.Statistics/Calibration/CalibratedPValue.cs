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
            : null;
    }
}
