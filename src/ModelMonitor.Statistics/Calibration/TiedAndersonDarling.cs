using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>The p-value of Anderson and Darling's test where values are tied, or a sketch adds to chance.</summary>
/// <remarks>
/// Without drift A² tends to Σ λ·Z². Without ties λ is 1 / (j·(j + 1)); with midranks and cells of shares f around the middle b of
/// their cumulative shares, the λ are the eigenvalues of the covariance √(fᵢ·fⱼ)·bᵢ·(1 - bⱼ) / √(sᵢ·sⱼ) for i &lt; j, s being
/// b·(1 - b) - f/4, and f on the diagonal. They sum to 1 always, but two values have the one λ = 1: the test without
/// ties in mind takes a p-value of 1 in 10,000 for one in ten million. Where one value is so frequent that fewer
/// than 25 others are expected on a side, those below and above it are counted by Fisher's exact test instead.
/// </remarks>
internal static class TiedAndersonDarling
{
    private const double LeastExpectedOfLimit = 25.0;

    /// <summary>The p-value of a measurement of <see cref="AndersonDarlingTest"/>.</summary>
    public static double PValue(DriftMeasurement measurement, SortedView current, SortedView reference)
    {
        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double square = measurement.Effect * measurement.Effect
            * EffectiveSize.Together(current, reference, EffectiveSize.OverTheTails) * (n + m) / Math.Max(1.0, n + m - 1.0);
        PooledCells cells = PooledCells.Of(current, reference);
        if (cells.TieShare <= PooledCells.FewTies)
        {
            return AndersonDarlingLimit.UpperTail(square);
        }

        return PValueAroundTie(cells, current, reference) ?? QuadraticFormTail.Upper(Weights(cells.Shares), square);
    }

    /// <summary>That of what is below and above a value which leaves fewer than 25 others to be expected on a side; null where more are.</summary>
    public static double? PValueAroundTie(PooledCells cells, SortedView current, SortedView reference)
    {
        if ((1.0 - cells.TieShare) * Math.Min(current.TotalWeight, reference.TotalWeight) >= LeastExpectedOfLimit)
        {
            return null;
        }

        double tie = cells.Tie;
        double below = FisherExactTest.TwoSided(
            current.RankExclusive(tie), current.TotalWeight, reference.RankExclusive(tie), reference.TotalWeight);
        double above = FisherExactTest.TwoSided(
            current.TotalWeight - current.Rank(tie), current.TotalWeight, reference.TotalWeight - reference.Rank(tie), reference.TotalWeight);
        return Math.Min(1.0, 2.0 * Math.Min(below, above));
    }

    private static double[] Weights(IReadOnlyList<double> shares)
    {
        int count = shares.Count;
        double[] middles = new double[count];
        double[] spreads = new double[count];
        double below = 0.0;
        for (int i = 0; i < count; i++)
        {
            middles[i] = below + shares[i] / 2.0;
            spreads[i] = middles[i] * (1.0 - middles[i]) - shares[i] / 4.0;
            below += shares[i];
        }

        Matrix<double> covariance = Matrix<double>.Build.Dense(
            count,
            count,
            (i, j) => i == j
                ? shares[i]
                : Math.Sqrt(shares[i] * shares[j] / (spreads[i] * spreads[j])) * middles[Math.Min(i, j)] * (1.0 - middles[Math.Max(i, j)]));
        Evd<double> decomposition = covariance.Evd(Symmetricity.Symmetric);
        return [.. decomposition.EigenValues.Select(value => Math.Max(0.0, value.Real))];
    }
}
