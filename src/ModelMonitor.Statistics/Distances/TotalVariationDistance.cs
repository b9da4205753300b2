using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>The total variation distance of shares over bins, ½·Σ |p - q|: the share of rows that changed their bin.</summary>
/// <remarks>
/// Symmetric, in [0, 1]; 1 for sides that share no bin. The bound is that of <see cref="PopulationStabilityIndex"/>. A side
/// without values is not compared.
/// </remarks>
public sealed class TotalVariationDistance : IShareTerm
{
    private TotalVariationDistance()
    {
    }

    /// <summary>The distance.</summary>
    public static DriftMeasurement Of(AlignedBins bins) =>
        ShareDivergence.Map(ShareDivergence.Sum<TotalVariationDistance>(bins, ZeroHandling.None), sum => Math.Min(sum, 1.0));

    static double IShareTerm.Of(double current, double reference) => Math.Abs(current - reference) / 2.0;
}
