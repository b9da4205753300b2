namespace ModelMonitor.Statistics;

public static partial class CellParser
{
    private const int LargestExactPower = 22;

    /// <summary>Exponents beyond are so rare in tables that the runtime's parser may have them.</summary>
    private const int LargestExponent = 2 * LargestExactPower;

    /// <summary>Computes <paramref name="mantissa"/> times a power of ten, correctly rounded; false when this cannot be told.</summary>
    /// <remarks>
    /// Up to 2^53 and 10^22 both operands are exact and one operation rounds correctly (Clinger 1990). Otherwise
    /// the number is carried as the unevaluated sum of two doubles, whose error stays below 2^-98 of it: fused
    /// multiply-adds give what each step rounds off (Dekker 1971). When the sum is too near the middle of two
    /// doubles to be sure of the rounding, the answer is left to the runtime's parser.
    /// </remarks>
    private static bool TryScale(ulong mantissa, int exponent, out double value)
    {
        if (mantissa <= 1UL << 53 && Math.Abs(exponent) <= LargestExactPower)
        {
            value = exponent < 0 ? mantissa / PowersOfTen[-exponent] : mantissa * PowersOfTen[exponent];
            return true;
        }

        if (mantissa == 0 || Math.Abs(exponent) > LargestExponent)
        {
            value = 0.0;
            return mantissa == 0;
        }

        ulong lowBits = mantissa <= 1UL << 53 ? 0 : mantissa & 0x7FF;
        double high = mantissa - lowBits;
        double low = lowBits;
        for (int left = exponent; left != 0;)
        {
            int step = Math.Clamp(left, -LargestExactPower, LargestExactPower);
            double power = PowersOfTen[Math.Abs(step)];
            if (step < 0)
            {
                double quotient = high / power;
                low = (Math.FusedMultiplyAdd(-quotient, power, high) + low) / power;
                high = quotient;
            }
            else
            {
                double product = high * power;
                low = Math.FusedMultiplyAdd(high, power, -product) + low * power;
                high = product;
            }

            double sum = high + low;
            low -= sum - high;
            high = sum;
            left -= step;
        }

        value = high + low;
        double rest = Math.Abs(low - (value - high));
        double unit = Math.BitIncrement(value) - value;
        bool isPowerOfTwo = (BitConverter.DoubleToUInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0;
        return !isPowerOfTwo && rest < unit * 0.4999999;
    }
}
