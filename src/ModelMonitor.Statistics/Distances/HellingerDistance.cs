using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>Hellinger's distance of shares over bins, √(½·Σ (√p - √q)²) = √(1 - Σ √(p·q)).</summary>
/// <remarks>
/// Symmetric, in [0, 1]; 1 for sides that share no bin. Zeros need no handling. The bound is that of
/// <see cref="PopulationStabilityIndex"/>. A side without values is not compared.
/// </remarks>
public sealed class HellingerDistance : IShareTerm
{
    private HellingerDistance()
    {
    }

    /// <summary>The distance.</summary>
    public static DriftMeasurement Of(AlignedBins bins) =>
        ShareDivergence.Map(ShareDivergence.Sum<HellingerDistance>(bins, ZeroHandling.None), square => Math.Sqrt(Math.Min(square, 1.0)));

    static double IShareTerm.Of(double current, double reference)
    {
        double difference = Math.Sqrt(current) - Math.Sqrt(reference);
        return difference * difference / 2.0;
    }
}
