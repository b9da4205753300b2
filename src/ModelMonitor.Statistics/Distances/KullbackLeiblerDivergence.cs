using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>Kullback and Leibler's divergence of the current shares p from the reference's q, Σ p·ln(p / q) over bins.</summary>
/// <remarks>
/// Natural logarithm; at least 0, without an upper limit, not symmetric. It would be infinite where the reference lacks a
/// bin: one is added to every count (<see cref="ZeroHandling.AddOne"/>) unless told otherwise; with
/// <see cref="ZeroHandling.None"/> such a bin adds its current share. The bound is that of
/// <see cref="PopulationStabilityIndex"/>. A side without values is not compared.
/// </remarks>
public sealed class KullbackLeiblerDivergence : IShareTerm
{
    private KullbackLeiblerDivergence()
    {
    }

    /// <summary>The divergence.</summary>
    public static DriftMeasurement Of(AlignedBins bins, ZeroHandling zeros = ZeroHandling.AddOne) =>
        ShareDivergence.Sum<KullbackLeiblerDivergence>(bins, zeros);

    /// <summary>With q - p, which sums to 0, added: so that every term is at least 0.</summary>
    static double IShareTerm.Of(double current, double reference) =>
        current == 0.0 ? reference
        : reference == 0.0 ? 0.0
        : Math.Max(0.0, current * Math.Log(current / reference) - current + reference);
}
