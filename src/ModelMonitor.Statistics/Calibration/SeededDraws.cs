using MathNet.Numerics;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>Draws counts from shares, the same for the same seed on every machine (SplitMix64).</summary>
internal sealed class SeededDraws(ulong seed)
{
    private const double FewExpected = 30.0;

    private ulong _state = seed;

    /// <summary>How many of <paramref name="total"/> values fall into each cell.</summary>
    public void Multinomial(long total, ReadOnlySpan<double> shares, Span<long> counts)
    {
        double left = 1.0;
        for (int i = 0; i < shares.Length; i++)
        {
            double share = left <= 0.0 ? 1.0 : Math.Min(1.0, shares[i] / left);
            counts[i] = i == shares.Length - 1 ? total : Binomial(total, share);
            total -= counts[i];
            left -= shares[i];
        }
    }

    private long Binomial(long n, double p)
    {
        if (n == 0 || p <= 0.0)
        {
            return 0;
        }

        if (p > 0.5)
        {
            return n - (p >= 1.0 ? 0 : Binomial(n, 1.0 - p));
        }

        double mean = n * p;
        if (mean > FewExpected)
        {
            // Cornish and Fisher's correction of the normal distribution for skewness.
            double deviation = Math.Sqrt(mean * (1.0 - p));
            double z = Constants.Sqrt2 * SpecialFunctions.ErfInv(2.0 * Next() - 1.0);
            double drawn = Math.Round(mean + deviation * z + (1.0 - 2.0 * p) * (z * z - 1.0) / 6.0);
            return (long)Math.Clamp(drawn, 0.0, n);
        }

        // By inversion, from the smallest count on.
        double probability = Math.Exp(n * Math.Log(1.0 - p));
        double rest = Next();
        long count = 0;
        while (rest > probability && count < n)
        {
            rest -= probability;
            probability *= (n - count) / (count + 1.0) * (p / (1.0 - p));
            count++;
        }

        return count;
    }

    /// <summary>A number above 0 and below 1.</summary>
    private double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (((mixed ^ (mixed >> 31)) >> 11) + 0.5) * (1.0 / (1UL << 53));
    }
}
