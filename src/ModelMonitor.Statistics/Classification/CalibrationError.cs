using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>The expected calibration error: how far the probabilities are from what happens, Σ (nᵦ/n)·|mean probability − share of positives|.</summary>
/// <remarks>
/// Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015. Chance alone
/// makes it larger than it is: rows of a model without any error have one of Σ (nᵦ/n)·√(2·p(1−p)/(π·nᵦ)) on average. So the
/// lower end of the interval is lower by that. Otherwise the ends are as far as the exact intervals of the bins' shares
/// reach, put together by the root of their squares (Zou and Donner 2008).
/// </remarks>
public static class CalibrationError
{
    /// <summary>The error, with its interval.</summary>
    /// <param name="bins">The bins with rows.</param>
    /// <param name="confidence">The confidence wanted.</param>
    public static Estimate Of(IReadOnlyList<ReliabilityBin> bins, ConfidenceLevel confidence)
    {
        double total = bins.Sum(bin => bin.Count);
        if (total == 0.0)
        {
            return Estimate.Undefined(UndefinedReason.NoRows);
        }

        double value = 0.0;
        double variance = 0.0;
        double ofChance = 0.0;
        double reach = 0.0;
        foreach (ReliabilityBin bin in bins)
        {
            double weight = bin.Count / total;
            double share = bin.PositiveShare;
            (double low, double high) = BinomialInterval.Bounds(bin.Positives, bin.Count, confidence);
            value += Math.Abs(bin.Count * bin.MeanScore - bin.Positives) / total;
            variance += weight * weight * share * (1.0 - share) / bin.Count;
            ofChance += weight * Math.Sqrt(2.0 / Math.PI * bin.MeanScore * (1.0 - bin.MeanScore) / bin.Count);
            reach = double.Hypot(reach, weight * Math.Max(share - low, high - share));
        }

        return Estimate.Between(value, Math.Sqrt(variance), Math.Max(0.0, value - ofChance - reach), Math.Min(1.0, value + reach));
    }
}
