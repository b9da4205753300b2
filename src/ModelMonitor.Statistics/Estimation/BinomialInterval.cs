namespace ModelMonitor.Statistics.Estimation;

/// <summary>The exact interval of a proportion: the shares that would not make what was seen, or more of it, rarer than asked.</summary>
/// <remarks>
/// Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934),
/// 404–413. It misses the truth at either end at most as often as asked, of any number of trials and near 0 and 1 too,
/// where Wilson's, which is narrower, misses it up to two hundred times as often as one in ten thousand.
/// </remarks>
public static class BinomialInterval
{
    /// <summary>The proportion of hits, with the standard error √(p(1−p)/n) and its interval.</summary>
    /// <param name="hits">How often it happened.</param>
    /// <param name="trials">How often it could have.</param>
    /// <param name="confidence">The confidence wanted.</param>
    /// <param name="reason">Why there is none when there are no trials.</param>
    public static Estimate Of(long hits, long trials, ConfidenceLevel confidence, string reason)
    {
        if (trials == 0)
        {
            return Estimate.Undefined(reason);
        }

        double p = hits / (double)trials;
        (double low, double high) = Bounds(hits, trials, confidence);
        return Estimate.Between(p, Math.Sqrt(p * (1.0 - p) / trials), low, high);
    }

    /// <summary>The ends of the interval; 0 and 1 of no trials.</summary>
    /// <param name="hits">How often it happened, which need not be whole.</param>
    /// <param name="trials">How often it could have.</param>
    /// <param name="confidence">The confidence wanted.</param>
    internal static (double Low, double High) Bounds(double hits, double trials, ConfidenceLevel confidence) => (
        hits <= 0.0 ? 0.0 : BetaQuantile.Of(hits, trials - hits + 1.0, confidence.Tail),
        hits >= trials ? 1.0 : 1.0 - BetaQuantile.Of(trials - hits, hits + 1.0, confidence.Tail));
}
