using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>F_β = (1+β²)·TP / ((1+β²)·TP + β²·FN + FP).</summary>
/// <remarks>
/// The standard error is the delta method's over multinomial counts, as in Takahashi, Yamamoto, Kuchiba and Koyama,
/// "Confidence interval for micro-averaged F1 and macro-averaged F1 scores", Applied Intelligence 52 (2022), for any β. At
/// 0 and 1, where it is zero, the interval's other end comes from Wilson's bound on the share of true positives among
/// all rows that count, the rest being taken as the errors that weigh most (at 1) or least (at 0).
/// </remarks>
internal static class FScore
{
    public static Estimate Of(long truePositives, long falsePositives, long falseNegatives, double beta, double z, string reason)
    {
        double square = beta * beta;
        double numerator = (1.0 + square) * truePositives;
        double denominator = numerator + square * falseNegatives + falsePositives;
        if (denominator == 0.0)
        {
            return Estimate.Undefined(reason);
        }

        double value = numerator / denominator;
        double total = (double)truePositives + falsePositives + falseNegatives;
        if (truePositives == 0 || truePositives == total)
        {
            (double low, double high) = WilsonInterval.Bounds(truePositives / total, total, z);
            return Estimate.Between(
                value, 0.0, OfShare(low, square, Math.Max(1.0, square)), OfShare(high, square, Math.Min(1.0, square)));
        }

        double gained = (1.0 + square) * (1.0 - value) / denominator;
        double missed = square * value / denominator;
        double wrong = value / denominator;
        double variance = gained * gained * truePositives + missed * missed * falseNegatives + wrong * wrong * falsePositives;
        return Estimate.Normal(value, Math.Sqrt(variance), z, most: 1.0);
    }

    private static double OfShare(double share, double square, double weight)
    {
        double numerator = (1.0 + square) * share;
        return numerator / (numerator + weight * (1.0 - share));
    }
}
