using MathNet.Numerics;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Whether the mean of a column of numbers changed: Welch's and Student's two-sided t tests, as <c>scipy.stats.ttest_ind</c>.</summary>
/// <remarks>
/// The statistic is t, positive where the mean grew. The effect is the difference of the means in standard deviations of the reference, or of
/// the current side where the reference is constant; at most <see cref="Largest"/>, which two different constants have. These have a t of that
/// size too, and p-value 0; equal constants t 0 and p-value 1. Means that differ by no more than the rounding of their sums are equal: a million
/// times 0.1 is 100,000.0000013 when added from left to right. Not compared: a side of fewer than two numbers, or whose spread is beyond
/// the range of a double.
/// </remarks>
public static class MeanTest
{
    /// <summary>The largest statistic and effect reported.</summary>
    public const double Largest = 1e6;

    private const double ManyDegreesOfFreedom = 1e6;
    private const double RoundingUnit = 0.5 / (1L << 52); // half the last place of 1

    /// <summary>Welch's, which does not suppose equal variances.</summary>
    public static DriftMeasurement OfWelch(SampleMoments current, SampleMoments reference)
    {
        double ofCurrent = current.SampleVariance / current.Count;
        double ofReference = reference.SampleVariance / reference.Count;
        double variance = ofCurrent + ofReference;
        double shareOfCurrent = ofCurrent / variance;
        double degreesOfFreedom = 1.0
            / (shareOfCurrent * shareOfCurrent / (current.Count - 1.0)
                + (1.0 - shareOfCurrent) * (1.0 - shareOfCurrent) / (reference.Count - 1.0));
        return Of(current, reference, variance, degreesOfFreedom);
    }

    /// <summary>Student's, which pools the variances.</summary>
    public static DriftMeasurement OfStudent(SampleMoments current, SampleMoments reference)
    {
        double n = current.Count;
        double m = reference.Count;
        double degreesOfFreedom = n + m - 2.0;
        double pooled = (current.SampleVariance * (n - 1.0) + reference.SampleVariance * (m - 1.0)) / degreesOfFreedom;
        return Of(current, reference, pooled * (1.0 / n + 1.0 / m), degreesOfFreedom);
    }

    private static DriftMeasurement Of(SampleMoments current, SampleMoments reference, double variance, double degreesOfFreedom)
    {
        if (DriftMeasurement.OfEmpty(current.Count, reference.Count, "numbers") is { } nothing)
        {
            return nothing;
        }

        if (current.Count < 2 || reference.Count < 2)
        {
            return DriftMeasurement.NotCompared("A side has a single number, whose spread is unknown.");
        }

        double difference = Difference(current, reference);
        if (!double.IsFinite(variance) || !double.IsFinite(difference))
        {
            return DriftMeasurement.NotCompared("The numbers spread beyond the range of a double.");
        }

        double spread = reference.StandardDeviation > 0.0 ? reference.StandardDeviation : current.StandardDeviation;
        double t = Ratio(difference, Math.Sqrt(variance));
        double pValue = difference == 0.0 ? 1.0 : variance == 0.0 ? 0.0 : TwoSided(difference / Math.Sqrt(variance), degreesOfFreedom);
        return DriftMeasurement.OfTest(t, pValue, Math.Abs(Ratio(difference, spread)), bound: 0.0, isExact: false);
    }

    /// <summary>That of the means; 0 up to what as many additions may round, n half places of the last digit on a side.</summary>
    private static double Difference(SampleMoments current, SampleMoments reference)
    {
        double difference = current.Mean - reference.Mean;
        double rounding = RoundingUnit * ((current.Count + 1.0) * Math.Abs(current.Mean) + (reference.Count + 1.0) * Math.Abs(reference.Mean));
        return double.IsFinite(rounding) && Math.Abs(difference) <= rounding ? 0.0 : difference;
    }

    private static double Ratio(double difference, double spread) =>
        difference == 0.0 ? 0.0 : Math.Clamp(difference / spread, -Largest, Largest);

    private static double TwoSided(double t, double degreesOfFreedom) =>
        degreesOfFreedom > ManyDegreesOfFreedom
            ? NormalTail.TwoSided(t)
            : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2.0, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));
}
