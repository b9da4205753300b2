using MathNet.Numerics;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>The upper tail of Σ λ·Z² with few weights, by Lugannani and Rice's saddlepoint approximation (Kuonen, Biometrika 86, 1999).</summary>
/// <remarks>Its relative error is some percent however small the probability. Around the mean and below, the gamma distribution of the same mean and variance answers.</remarks>
internal static class QuadraticFormTail
{
    private const int MostSteps = 100;

    /// <summary>How probable a sum above <paramref name="x"/> is.</summary>
    /// <param name="weights">λ, none negative and one at least positive.</param>
    /// <param name="x">The sum.</param>
    public static double Upper(ReadOnlySpan<double> weights, double x)
    {
        double mean = 0.0;
        double variance = 0.0;
        double largest = 0.0;
        foreach (double weight in weights)
        {
            mean += weight;
            variance += 2.0 * weight * weight;
            largest = Math.Max(largest, weight);
        }

        // Near the mean the formula is 0 / 0.
        if (x <= mean + 0.5 * Math.Sqrt(variance))
        {
            return x <= 0.0 ? 1.0 : SpecialFunctions.GammaUpperRegularized(mean * mean / variance, x * mean / variance);
        }

        double saddle = FindSaddle(weights, x, 0.5 / largest);
        (double value, _, double second) = Cumulants(weights, saddle);
        double w = Math.Sqrt(Math.Max(0.0, 2.0 * (saddle * x - value)));
        double v = saddle * Math.Sqrt(second);
        return Math.Clamp(NormalTail.Upper(w + Math.Log(v / w) / w), 0.0, 1.0);
    }

    /// <summary>Where the derivative of the cumulant generating function, which grows from the mean to infinity, is x.</summary>
    private static double FindSaddle(ReadOnlySpan<double> weights, double x, double pole)
    {
        double low = 0.0;
        double high = pole;
        for (int step = 0; step < MostSteps && high - low > 1e-12 * high; step++)
        {
            double middle = (low + high) / 2.0;
            if (Cumulants(weights, middle).First < x)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static (double Value, double First, double Second) Cumulants(ReadOnlySpan<double> weights, double place)
    {
        double value = 0.0;
        double first = 0.0;
        double second = 0.0;
        foreach (double weight in weights)
        {
            double rest = 1.0 - 2.0 * place * weight;
            value -= 0.5 * Math.Log(rest);
            first += weight / rest;
            second += 2.0 * weight * weight / (rest * rest);
        }

        return (value, first, second);
    }
}
