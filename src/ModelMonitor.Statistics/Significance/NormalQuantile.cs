using MathNet.Numerics;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Quantiles of the standard normal distribution.</summary>
public static class NormalQuantile
{
    /// <summary>The z between whose negative and itself a share of all values lies: 1.96 for 0.95.</summary>
    /// <param name="confidence">The share, above 0 and below 1.</param>
    public static double TwoSided(double confidence) => Constants.Sqrt2 * SpecialFunctions.ErfInv(confidence);
}
