using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>The test of Epps and Singleton: whether two columns of numbers, which may be discrete, have one characteristic function.</summary>
/// <remarks>
/// The statistic is W of Epps and Singleton (Journal of Statistical Computation and Simulation 26, 1986), at least 0, at the points
/// 0.4 and 0.8 over half the interquartile range of both sides together, with their correction for small samples, as
/// <c>scipy.stats.epps_singleton_2samp</c>. The p-value is that of chi-square with as many degrees of freedom as the covariance has
/// rank, 4 at most. The effect is the root mean square difference of the characteristic functions at the points, from 0 to 2.
/// The bound follows from the total variation of the waves between the numbers times the rank errors, the covariance taken as right.
/// A side without numbers is not compared, nor are columns of which half the numbers are one.
/// </remarks>
public static class EppsSingletonTest
{
    private const int Waves = 4;
    private const int SmallSample = 25;
    private const double SmallestEigenvalue = 1e-12;

    private static ReadOnlySpan<double> Points => [0.4, 0.8];

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(SortedView current, SortedView reference)
    {
        if (DriftMeasurement.OfEmpty(current.TotalWeight, reference.TotalWeight, "numbers") is { } nothing)
        {
            return nothing;
        }

        double scale = (Quantile(current, reference, 0.75) - Quantile(current, reference, 0.25)) / 2.0;
        double largest = Math.Max(
            Math.Max(Math.Abs(current.Values[0]), Math.Abs(current.Values[^1])), Math.Max(Math.Abs(reference.Values[0]), Math.Abs(reference.Values[^1])));
        if (!double.IsFinite(scale) || !double.IsFinite(largest / scale))
        {
            return current.Values.SequenceEqual(reference.Values) && current.Values.Length == 1
                ? DriftMeasurement.OfTest(statistic: 0.0, pValue: 1.0, effect: 0.0, bound: 0.0, isExact: false)
                : DriftMeasurement.NotCompared("The interquartile range is no scale: half of the numbers are the same, or it is beyond all bounds.");
        }

        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        WaveMoments now = WaveMoments.Of(current, scale);
        WaveMoments before = WaveMoments.Of(reference, scale);
        double total = n + m;
        Evd<double> factors = (now.Covariance * (total / n) + before.Covariance * (total / m)).Evd(Symmetricity.Symmetric);
        Vector<double> difference = now.Mean - before.Mean;
        Vector<double> turned = factors.EigenVectors.TransposeThisAndMultiply(difference);
        double[] eigenvalues = [.. factors.EigenValues.Select(value => value.Real)];
        double least = Math.Max(eigenvalues.Max(), 0.0) * SmallestEigenvalue;
        int rank = eigenvalues.Count(value => value > least);
        double correction = Math.Max(n, m) < SmallSample
            ? 1.0 / (1.0 + Math.Pow(total, -0.45) + 10.1 * (Math.Pow(n, -1.7) + Math.Pow(m, -1.7)))
            : 1.0;
        double statistic = correction * total * turned.Zip(eigenvalues).Sum(one => one.Second > least ? one.First * one.First / one.Second : 0.0);
        double error = (now.Variation * current.NormalizedRankError + before.Variation * reference.NormalizedRankError).L2Norm();
        double far = error == 0.0 ? 0.0 : Math.Sqrt(correction * total / eigenvalues.Where(value => value > least).DefaultIfEmpty(1.0).Min()) * error;
        return DriftMeasurement.OfTest(
            statistic,
            rank == 0 ? 1.0 : SpecialFunctions.GammaUpperRegularized(rank / 2.0, statistic / 2.0),
            Math.Sqrt(difference.DotProduct(difference) / Waves),
            2.0 * Math.Sqrt(statistic) * far + far * far,
            isExact: false);
    }

    /// <summary>A quantile of both sides together, interpolated between numbers as NumPy does.</summary>
    private static double Quantile(SortedView current, SortedView reference, double share)
    {
        double place = share * (current.TotalWeight + reference.TotalWeight - 1.0);
        double below = Math.Floor(place);
        double lower = double.NaN;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            long rank = pooled.Current + pooled.Reference;
            lower = double.IsNaN(lower) && rank > below ? pooled.Value : lower;
            if (rank > below + 1.0)
            {
                break;
            }
        }

        return lower + (place - below) * (pooled.Value - lower);
    }

    /// <summary>Mean, covariance and total variation of the cosine and sine at each point.</summary>
    private sealed record WaveMoments(Vector<double> Mean, Matrix<double> Covariance, Vector<double> Variation)
    {
        public static WaveMoments Of(SortedView view, double scale)
        {
            double total = view.TotalWeight;
            Vector<double> mean = Vector<double>.Build.Dense(Waves);
            Vector<double> variation = Vector<double>.Build.Dense(Waves);
            Matrix<double> squares = Matrix<double>.Build.Dense(Waves, Waves);
            Span<double> wave = stackalloc double[Waves];
            Span<double> previous = stackalloc double[Waves];
            for (int i = 0; i < view.Values.Length; i++)
            {
                double share = (view.Ranks[i] - (i == 0 ? 0 : view.Ranks[i - 1])) / total;
                for (int point = 0; point < Points.Length; point++)
                {
                    (double sine, double cosine) = Math.SinCos(Points[point] * (view.Values[i] / scale));
                    wave[point] = cosine;
                    wave[Points.Length + point] = sine;
                }

                for (int a = 0; a < Waves; a++)
                {
                    mean[a] += share * wave[a];
                    variation[a] += i == 0 ? 0.0 : Math.Abs(wave[a] - previous[a]);
                    for (int b = 0; b < Waves; b++)
                    {
                        squares[a, b] += share * wave[a] * wave[b];
                    }
                }

                wave.CopyTo(previous);
            }

            return new WaveMoments(mean, squares - mean.OuterProduct(mean), variation);
        }
    }
}
