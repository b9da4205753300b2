using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>F_β = (1+β²)·TP / ((1+β²)·TP + β²·FN + FP), of rows some of which are positive.</summary>
/// <remarks>
/// The standard error is the delta method's over multinomial counts, as in Takahashi, Yamamoto, Kuchiba and Koyama,
/// "Confidence interval for micro-averaged F1 and macro-averaged F1 scores", Applied Intelligence 52 (2022), for any β. The
/// interval is that of two proportions: F follows from J, the share of TP among TP + FP + FN, and from the share of FN among the errors, which
/// does not matter to F1. Both have exact intervals. What each may be off moves F by so much, and the two are put together by
/// the root of their squares, as in Zou and Donner, "Construction of confidence limits about effect measures", Statistics in Medicine 27 (2008).
/// </remarks>
internal static class FScore
{
    public static Estimate Of(
        long truePositives, long falsePositives, long falseNegatives, double beta, ConfidenceLevel confidence, string reason)
    {
        if (truePositives + falseNegatives == 0)
        {
            return Estimate.Undefined(reason);
        }

        double square = beta * beta;
        double denominator = (1.0 + square) * truePositives + square * falseNegatives + falsePositives;
        double value = (1.0 + square) * truePositives / denominator;
        double gained = (1.0 + square) * (1.0 - value) / denominator;
        double missed = square * value / denominator;
        double wrong = value / denominator;
        double variance = gained * gained * truePositives + missed * missed * falseNegatives + wrong * wrong * falsePositives;
        (double low, double high) = Bounds(truePositives, falsePositives, falseNegatives, square, confidence);
        return Estimate.Between(value, Math.Sqrt(variance), low, high);
    }

    /// <summary>The ends of the interval.</summary>
    /// <param name="hits">True positives.</param>
    /// <param name="falsePositives">False positives.</param>
    /// <param name="falseNegatives">False negatives.</param>
    /// <param name="square">β².</param>
    /// <param name="confidence">The confidence wanted.</param>
    private static (double Low, double High) Bounds(
        long hits, long falsePositives, long falseNegatives, double square, ConfidenceLevel confidence)
    {
        long errors = falsePositives + falseNegatives;
        (double leastHits, double mostHits) = BinomialInterval.Bounds(hits, hits + errors, confidence);
        (double leastMissed, double mostMissed) = BinomialInterval.Bounds(falseNegatives, errors, confidence);
        double light = Weight(square >= 1.0 ? leastMissed : mostMissed, square);
        double heavy = Weight(square >= 1.0 ? mostMissed : leastMissed, square);
        if (hits == 0 || errors == 0)
        {
            return (Of(leastHits, heavy, square), Of(mostHits, light, square));
        }

        double share = hits / (double)(hits + errors);
        double weight = Weight(falseNegatives / (double)errors, square);
        double value = Of(share, weight, square);
        double below = double.Hypot(value - Of(leastHits, weight, square), value - Of(share, heavy, square));
        double above = double.Hypot(Of(mostHits, weight, square) - value, Of(share, light, square) - value);
        return (Math.Max(0.0, value - below), Math.Min(1.0, value + above));
    }

    /// <summary>What an error weighs in the denominator, of errors of which a share are false negatives.</summary>
    private static double Weight(double missed, double square) => 1.0 + (square - 1.0) * missed;

    private static double Of(double share, double weight, double square)
    {
        double numerator = (1.0 + square) * share;
        return numerator == 0.0 ? 0.0 : numerator / (numerator + weight * (1.0 - share));
    }
}
