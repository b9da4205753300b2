using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>The expected calibration error: how far the probabilities are from what happens, Σ (nᵦ/n)·|mean probability − share of positives|.</summary>
/// <remarks>
/// Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015. No closed form
/// holds where a bin is well calibrated, so the interval is the percentile bootstrap's over the counts of bins and
/// labels, from a fixed seed; the value itself, which resampling can only enlarge then, is never outside it.
/// </remarks>
public static class CalibrationError
{
    private const int Resamples = 1_000;
    private const ulong Seed = 0x5EED_0F_CA11_B8A7;

    /// <summary>The error, with its interval.</summary>
    /// <param name="bins">The bins with rows.</param>
    /// <param name="level">The confidence, such as 0.95.</param>
    public static Estimate Of(IReadOnlyList<ReliabilityBin> bins, double level)
    {
        long total = bins.Sum(bin => bin.Count);
        if (total == 0)
        {
            return Estimate.Undefined(UndefinedReason.NoRows);
        }

        double[] shares = new double[2 * bins.Count];
        long[] counts = new long[shares.Length];
        for (int i = 0; i < bins.Count; i++)
        {
            counts[2 * i] = bins[i].Positives;
            counts[2 * i + 1] = bins[i].Count - bins[i].Positives;
            shares[2 * i] = counts[2 * i] / (double)total;
            shares[2 * i + 1] = counts[2 * i + 1] / (double)total;
        }

        double value = ErrorOf(bins, counts, total);
        SeededDraws draws = new(Seed);
        double[] resampled = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            draws.Multinomial(total, shares, counts);
            resampled[i] = ErrorOf(bins, counts, total);
        }

        Array.Sort(resampled);
        double mean = resampled.Sum() / Resamples;
        double variance = resampled.Sum(error => (error - mean) * (error - mean)) / (Resamples - 1);
        int cut = (int)((1.0 - level) / 2.0 * Resamples);
        return Estimate.Between(
            value, Math.Sqrt(variance), Math.Min(value, resampled[cut]), Math.Max(value, resampled[Resamples - 1 - cut]));
    }

    private static double ErrorOf(IReadOnlyList<ReliabilityBin> bins, ReadOnlySpan<long> counts, long total)
    {
        double error = 0.0;
        for (int i = 0; i < bins.Count; i++)
        {
            long count = counts[2 * i] + counts[2 * i + 1];
            error += Math.Abs(count * bins[i].MeanScore - counts[2 * i]) / total;
        }

        return error;
    }
}
