using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>
/// Jensen and Shannon's divergence of shares p and q over bins, ½·KL(p ‖ m) + ½·KL(q ‖ m) with m = (p + q) / 2, and the
/// distance, its root (Lin, IEEE Transactions on Information Theory 37, 1991; the root as
/// <c>scipy.spatial.distance.jensenshannon</c>).
/// </summary>
/// <remarks>
/// Symmetric, at least 0; the divergence is at most 1 in base 2 and ln 2 in base e, the distance the root of that: reached
/// by sides that share no bin. Zeros need no handling. The bound is that of <see cref="PopulationStabilityIndex"/>. A side
/// without values is not compared.
/// </remarks>
public sealed class JensenShannonDivergence : IShareTerm
{
    private static readonly double Ln2 = Math.Log(2.0);

    private JensenShannonDivergence()
    {
    }

    /// <summary>The divergence, without a root.</summary>
    public static DriftMeasurement Of(AlignedBins bins, LogarithmBase logarithm)
    {
        double unit = logarithm == LogarithmBase.Two ? Ln2 : 1.0;
        return ShareDivergence.Map(ShareDivergence.Sum<JensenShannonDivergence>(bins, ZeroHandling.None), nats => Math.Min(nats, Ln2) / unit);
    }

    /// <summary>The distance: the root of the divergence.</summary>
    public static DriftMeasurement Distance(AlignedBins bins, LogarithmBase logarithm) => ShareDivergence.Map(Of(bins, logarithm), Math.Sqrt);

    static double IShareTerm.Of(double current, double reference)
    {
        double middle = (current + reference) / 2.0;
        return Math.Max(0.0, (Half(current, middle) + Half(reference, middle)) / 2.0);
    }

    private static double Half(double share, double middle) => share == 0.0 ? 0.0 : share * Math.Log(share / middle);
}
