using MathNet.Numerics;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>What a statistic is without drift: the gamma distribution of a simulation's mean and standard deviation.</summary>
/// <param name="Mean">The mean of the statistic.</param>
/// <param name="StandardDeviation">Its standard deviation; 0 where there is no chance in what the method measures.</param>
public readonly record struct NullDistribution(double Mean, double StandardDeviation)
{
    /// <summary>How probable a statistic of at least <paramref name="statistic"/> is without drift.</summary>
    public double UpperTail(double statistic)
    {
        if (statistic <= 0.0)
        {
            return 1.0;
        }

        double variance = StandardDeviation * StandardDeviation;
        if (Mean <= 0.0 || variance <= 0.0)
        {
            return statistic > Mean ? 0.0 : 1.0;
        }

        double pValue = SpecialFunctions.GammaUpperRegularized(Mean * Mean / variance, statistic * Mean / variance);
        return double.IsNaN(pValue) ? 0.0 : Math.Clamp(pValue, 0.0, 1.0);
    }

    /// <summary>What lies between two sizes of window, both numbers as powers of the size.</summary>
    /// <param name="other">The distribution of the larger size.</param>
    /// <param name="share">How far towards it, in [0, 1], on a logarithmic scale.</param>
    public NullDistribution Towards(NullDistribution other, double share) => new(
        Between(Mean, other.Mean, share), Between(StandardDeviation, other.StandardDeviation, share));

    private static double Between(double from, double to, double share) =>
        from > 0.0 && to > 0.0 ? from * Math.Pow(to / from, share) : from + (to - from) * share;
}
