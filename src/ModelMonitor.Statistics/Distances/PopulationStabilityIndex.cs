using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>The population stability index, Σ (p - q)·ln(p / q) over bins: p the current shares, q the reference's.</summary>
/// <remarks>
/// Natural logarithm; at least 0, without an upper limit, symmetric in the two sides. By the usual reading (Siddiqi,
/// Credit Risk Scorecards, 2006) below 0.1 is no change and above 0.25 a large one. How a bin is treated that one side
/// lacks is part of the number: see <see cref="ZeroHandling"/>. The bound is the sum over bins of the most that a term
/// changes within the rank errors, for the same bins. A side without values is not compared; nor, where such bins are left
/// out, are sides that share none.
/// </remarks>
public sealed class PopulationStabilityIndex : IShareTerm
{
    private PopulationStabilityIndex()
    {
    }

    /// <summary>The index.</summary>
    public static DriftMeasurement Of(AlignedBins bins, ZeroHandling zeros)
    {
        DriftMeasurement sum = ShareDivergence.Sum<PopulationStabilityIndex>(bins, zeros);
        return sum.IsCompared && zeros == ZeroHandling.None && !ShareABin(bins)
            ? DriftMeasurement.NotCompared("The two sides have no bin in common.")
            : sum;
    }

    static double IShareTerm.Of(double current, double reference) =>
        current > 0.0 && reference > 0.0 ? (current - reference) * Math.Log(current / reference) : 0.0;

    private static bool ShareABin(AlignedBins bins)
    {
        bool share = false;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            share |= bins.Current[i] > 0 && bins.Reference[i] > 0;
        }

        return share;
    }
}
