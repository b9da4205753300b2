using MathNet.Numerics;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>How much wider than chance a feature varies from window to window, learnt from windows without drift.</summary>
/// <remarks>
/// Rows that are alike because they come one after the other, or the hour of the day, make windows differ more than samples of
/// independent rows do. As genomic control (Devlin and Roeder, Biometrics 55, 1999): the median of the p-values as chi-square of
/// one degree over the median without inflation, 0.4549; never below 1, nor above 25 (a fivefold spread).
/// </remarks>
public static class SpreadInflation
{
    /// <summary>The fewest windows to learn from.</summary>
    public const int LeastWindows = 24;

    private const double MedianWithout = 0.454936423119572;
    private const double Most = 25.0;

    /// <summary>The inflation of the variance; 1 where there are too few windows.</summary>
    /// <param name="pValues">The uncorrected p-values of windows without drift.</param>
    public static double Of(IReadOnlyList<double> pValues)
    {
        if (pValues.Count < LeastWindows)
        {
            return 1.0;
        }

        double[] squares = [.. pValues.Select(Score).Select(score => score * score).Order()];
        double median = (squares[(squares.Length - 1) / 2] + squares[squares.Length / 2]) / 2.0;
        return Math.Clamp(median / MedianWithout, 1.0, Most);
    }

    /// <summary>The p-value with the spread taken as wide as it was learnt to be.</summary>
    public static double Correct(double pValue, double inflation) =>
        inflation <= 1.0 ? pValue : NormalTail.TwoSided(Score(pValue) / Math.Sqrt(inflation));

    /// <summary>How many standard deviations a two-sided p-value stands for.</summary>
    private static double Score(double pValue) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(Math.Max(pValue, 1e-300));
}
