namespace ModelMonitor.Statistics.Significance;

/// <summary>Fisher's exact test of two shares, k of n and l of m: conditional on k + l, k is hypergeometric.</summary>
/// <remarks>
/// The two-sided p-value is the probability of all tables that are no more probable than the one seen, up to a relative
/// 1e-7, as <c>scipy.stats.fisher_exact</c>. Sums run from the most probable table outwards and end where terms vanish, so
/// that large tables take some ten thousand steps per million rows. A side of no rows: p-value 1.
/// </remarks>
public static class FisherExactTest
{
    private const double Negligible = 1e-300;

    /// <summary>How probable a table as improbable as this, or more, is.</summary>
    /// <param name="hits">k.</param>
    /// <param name="size">n, at least k.</param>
    /// <param name="otherHits">l.</param>
    /// <param name="otherSize">m, at least l.</param>
    public static double TwoSided(long hits, long size, long otherHits, long otherSize) => Sum(hits, size, otherHits, otherSize, isUpper: false);

    /// <summary>How probable k or more are, if the shares are equal.</summary>
    /// <param name="hits">k.</param>
    /// <param name="size">n, at least k.</param>
    /// <param name="otherHits">l.</param>
    /// <param name="otherSize">m, at least l.</param>
    public static double Upper(long hits, long size, long otherHits, long otherSize) => Sum(hits, size, otherHits, otherSize, isUpper: true);

    private static double Sum(long hits, long size, long otherHits, long otherSize, bool isUpper)
    {
        double n = size;
        double m = otherSize;
        double both = (double)hits + otherHits;
        double least = Math.Max(0.0, both - m);
        double greatest = Math.Min(both, n);
        double mode = Math.Clamp(Math.Floor((n + 1.0) * (both + 1.0) / (n + m + 2.0)), least, greatest);

        // The probability of each table in units of the most probable one's.
        double Up(double k) => (n - k) * (both - k) / ((k + 1.0) * (m - both + k + 1.0));
        double Down(double k) => k * (m - both + k) / ((n - k + 1.0) * (both - k + 1.0));
        double seen = 1.0;
        for (double k = mode; k < hits && seen > Negligible; k++)
        {
            seen *= Up(k);
        }

        for (double k = mode; k > hits && seen > Negligible; k--)
        {
            seen *= Down(k);
        }

        double limit = seen * (1.0 + 1e-7);
        double all = 0.0;
        double extreme = 0.0;
        double weight = 1.0;
        for (double k = mode; k <= greatest && weight > Negligible; weight *= Up(k), k++)
        {
            all += weight;
            extreme += (isUpper ? k >= hits : weight <= limit) ? weight : 0.0;
        }

        weight = mode > least ? Down(mode) : 0.0;
        for (double k = mode - 1.0; k >= least && weight > Negligible; weight *= Down(k), k--)
        {
            all += weight;
            extreme += (isUpper ? k >= hits : weight <= limit) ? weight : 0.0;
        }

        return Math.Clamp(extreme / all, 0.0, 1.0);
    }
}
