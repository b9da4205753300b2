using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>How much wider than chance a feature varies from window to window, learnt from windows without drift.</summary>
/// <remarks>
/// <para>
/// Rows that are alike because they come one after the other, or the hour of the day, make windows differ more than samples of
/// independent rows do. As genomic control (Devlin and Roeder, Biometrics 55, 1999), but at the upper quartile, which takes the place of
/// the median because it needs fewer windows for the same error: the quartile of the p-values as chi-square of one degree over that
/// without inflation, 1.3233.
/// </para>
/// <para>
/// A spread that is learnt from few windows is known as badly as they are few, and windows that follow one another tell less than as
/// many apart. So a score is divided by the spread and then looked up in Student's distribution. Its degrees of freedom are those of the
/// part that was learnt: chance itself is known (Satterthwaite, Biometrics Bulletin 2, 1946).
/// </para>
/// </remarks>
/// <param name="Variance">The inflation of the variance, from 1 to 25 (a fivefold spread).</param>
/// <param name="DegreesOfFreedom">How well it is known; infinite where there is none.</param>
public readonly record struct SpreadInflation(double Variance, double DegreesOfFreedom)
{
    /// <summary>The fewest windows to learn from.</summary>
    public const int LeastWindows = 24;

    private const double Quantile = 0.75;
    private const double QuantileWithout = 1.3233036969314664;
    private const double Most = 25.0;

    /// <summary>As many windows as this share of them tell as much by all their squares: f²q² / (2·0.75·0.25 / 4) with the density f at the quartile q.</summary>
    private const double Efficiency = 0.598;
    private const double LeastFreedom = 2.0;
    private const double MostPersistence = 0.95;

    /// <summary>Chance alone.</summary>
    public static SpreadInflation None { get; } = new(1.0, double.PositiveInfinity);

    /// <summary>Learns; <see cref="None"/> where there are too few windows, or no more than chance in them.</summary>
    /// <param name="pValues">The uncorrected p-values of windows without drift, oldest first.</param>
    public static SpreadInflation Of(IReadOnlyList<double> pValues)
    {
        if (pValues.Count < LeastWindows)
        {
            return None;
        }

        double[] scores = [.. pValues.Select(Score)];
        double variance = Math.Min(UpperQuartile([.. scores.Select(score => score * score).Order()]) / QuantileWithout, Most);
        if (variance <= 1.0)
        {
            return None;
        }

        double persistence = Persistence(scores);
        double learnt = Math.Max(LeastFreedom, Efficiency * scores.Length * (1.0 - persistence) / (1.0 + persistence));
        double share = (variance - 1.0) / variance;
        return new SpreadInflation(variance, learnt / (share * share));
    }

    /// <summary>The p-value with the spread taken as wide as it was learnt to be.</summary>
    /// <param name="pValue">The p-value, from 0 to 1.</param>
    public double Correct(double pValue) =>
        Variance <= 1.0 ? pValue : 2.0 * StudentT.CDF(0.0, 1.0, DegreesOfFreedom, -Score(pValue) / Math.Sqrt(Variance));

    private static double UpperQuartile(double[] sorted)
    {
        double place = Quantile * (sorted.Length - 1);
        int below = (int)place;
        double next = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + (place - below) * (next - sorted[below]);
    }

    /// <summary>The correlation of a score with that of the window before; never below 0.</summary>
    private static double Persistence(double[] scores)
    {
        double mean = scores.Average();
        double all = scores.Sum(score => (score - mean) * (score - mean));
        double following = scores.Zip(scores.Skip(1), (before, after) => (before - mean) * (after - mean)).Sum();
        return all > 0.0 ? Math.Clamp(following / all, 0.0, MostPersistence) : 0.0;
    }

    /// <summary>How many standard deviations a two-sided p-value stands for.</summary>
    private static double Score(double pValue) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(Math.Max(pValue, 1e-300));
}
