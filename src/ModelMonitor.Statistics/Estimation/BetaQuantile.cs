using MathNet.Numerics;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>Quantiles of beta distributions, on which those of Student's t and the exact limits of proportions rest.</summary>
internal static class BetaQuantile
{
    /// <summary>The x below which a variable of the distribution lies with a probability.</summary>
    /// <param name="a">The first parameter, above 0.</param>
    /// <param name="b">The second, above 0.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    public static double Of(double a, double b, double probability)
    {
        // Halves the doubles from 0 to 1 themselves, not the numbers: 62 steps find the last digit, however small x is.
        long low = 0;
        long high = BitConverter.DoubleToInt64Bits(1.0);
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (SpecialFunctions.BetaRegularized(a, b, BitConverter.Int64BitsToDouble(middle)) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return BitConverter.Int64BitsToDouble(high);
    }
}
