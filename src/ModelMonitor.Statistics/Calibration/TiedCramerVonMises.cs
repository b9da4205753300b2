using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>The p-value of Cramér and von Mises' test where values are tied, or a sketch adds to chance.</summary>
/// <remarks>
/// Without drift n·m/(n+m) times the squared effect tends to Σ λ·Z². Without ties λ is 1 / (j·π)²; with cells of shares f and their cumulative
/// shares b, the λ are the eigenvalues of √(wᵢ·wⱼ)·bᵢ·(1 - bⱼ) for i ≤ j, w being the mean share of the cells on both sides of a border. For the
/// value that nearly all rows share see <see cref="TiedAndersonDarling"/>.
/// </remarks>
internal static class TiedCramerVonMises
{
    /// <summary>The p-value of a measurement of <see cref="CramerVonMisesTest"/>.</summary>
    public static double PValue(DriftMeasurement measurement, SortedView current, SortedView reference)
    {
        double square = measurement.Effect * measurement.Effect * EffectiveSize.Together(current, reference, EffectiveSize.InTheMiddle);
        PooledCells cells = PooledCells.Of(current, reference);
        if (cells.TieShare <= PooledCells.FewTies)
        {
            return CramerVonMisesLimit.UpperTail(square);
        }

        return TiedAndersonDarling.PValueAroundTie(cells, current, reference)
            ?? (cells.Shares.Count < 2 ? 1.0 : QuadraticFormTail.Upper(Weights(cells.Shares), square));
    }

    private static double[] Weights(IReadOnlyList<double> shares)
    {
        int count = shares.Count - 1;
        double[] borders = new double[count];
        double[] weights = new double[count];
        double below = 0.0;
        for (int i = 0; i < count; i++)
        {
            below += shares[i];
            borders[i] = below;
            weights[i] = (shares[i] + shares[i + 1]) / 2.0;
        }

        Matrix<double> covariance = Matrix<double>.Build.Dense(
            count,
            count,
            (i, j) => Math.Sqrt(weights[i] * weights[j]) * borders[Math.Min(i, j)] * (1.0 - borders[Math.Max(i, j)]));
        Evd<double> decomposition = covariance.Evd(Symmetricity.Symmetric);
        return [.. decomposition.EigenValues.Select(value => Math.Max(0.0, value.Real))];
    }
}
