namespace ModelMonitor.Statistics.Estimation;

/// <summary>The interval of a proportion that inverts the score test; it never leaves [0, 1] and has a width at 0 and 1.</summary>
/// <remarks>Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.</remarks>
public static class WilsonInterval
{
    /// <summary>The proportion of hits, with the standard error √(p(1−p)/n) and Wilson's interval.</summary>
    /// <param name="hits">How often it happened.</param>
    /// <param name="trials">How often it could have.</param>
    /// <param name="z">The quantile of the normal distribution for the confidence wanted.</param>
    /// <param name="reason">Why there is none when there are no trials.</param>
    public static Estimate Of(long hits, long trials, double z, string reason)
    {
        if (trials == 0)
        {
            return Estimate.Undefined(reason);
        }

        double n = trials;
        double p = hits / n;
        (double low, double high) = Bounds(p, n, z);
        return Estimate.Between(p, Math.Sqrt(p * (1.0 - p) / n), low, high);
    }

    /// <summary>The ends of the interval.</summary>
    /// <param name="p">The proportion.</param>
    /// <param name="n">The trials.</param>
    /// <param name="z">The quantile.</param>
    internal static (double Low, double High) Bounds(double p, double n, double z)
    {
        double square = z * z;
        double centre = (p + square / (2.0 * n)) / (1.0 + square / n);
        double reach = z / (1.0 + square / n) * Math.Sqrt(p * (1.0 - p) / n + square / (4.0 * n * n));
        return (p == 0.0 ? 0.0 : Math.Max(0.0, centre - reach), p == 1.0 ? 1.0 : Math.Min(1.0, centre + reach));
    }
}
