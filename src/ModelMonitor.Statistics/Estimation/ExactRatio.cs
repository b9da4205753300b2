using System.Numerics;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>Rounds whole numbers and their quotients to doubles, once and to the nearest.</summary>
internal static class ExactRatio
{
    private const int Bits = 64;

    /// <summary>The double nearest to <paramref name="value"/>·2^<paramref name="exponent"/>; infinite when it is beyond them.</summary>
    public static double ToDouble(BigInteger value, int exponent)
    {
        BigInteger magnitude = BigInteger.Abs(value);
        int surplus = (int)magnitude.GetBitLength() - Bits;
        if (surplus > 0)
        {
            // The last bit stands for all that are cut off, which is enough to round to the nearest.
            BigInteger kept = magnitude >> surplus;
            magnitude = (kept << surplus) == magnitude ? kept : kept | BigInteger.One;
            exponent += surplus;
        }

        return value.Sign * Math.ScaleB((double)(ulong)magnitude, exponent);
    }

    /// <summary>The double nearest to a quotient times 2^<paramref name="exponent"/>.</summary>
    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">A positive number.</param>
    /// <param name="exponent">The power of two.</param>
    public static double Divide(BigInteger numerator, BigInteger denominator, int exponent = 0)
    {
        int shift = Math.Max(0, Bits + 2 + (int)(denominator.GetBitLength() - BigInteger.Abs(numerator).GetBitLength()));
        BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(numerator) << shift, denominator, out BigInteger rest);
        if (!rest.IsZero)
        {
            quotient |= BigInteger.One;
        }

        return numerator.Sign * ToDouble(quotient, exponent - shift);
    }
}
