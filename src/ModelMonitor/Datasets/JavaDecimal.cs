using System.Globalization;
using System.Numerics;
using System.Text;

namespace ModelMonitor.Datasets;

/// <summary>Writes decimal numbers as Java's <c>BigDecimal.toString</c> does.</summary>
/// <remarks>
/// Plain when the scale is not negative and the first digit stands no further than the sixth place behind the
/// point: <c>12.50</c>, <c>0.000001</c>; otherwise with an exponent: <c>1E-7</c>, <c>1.20E-8</c>, <c>5E+3</c>, <c>0E-10</c>.
/// </remarks>
internal static class JavaDecimal
{
    private const int SmallestPlainExponent = -6;
    private const int SignPointZerosAndExponent = 24;

    /// <summary>The most bytes that a number of these digits takes, whatever its scale.</summary>
    public static int MaximumLength(BigInteger unscaled) => (int)(unscaled.GetBitLength() * 0.30103) + 1 + SignPointZerosAndExponent;

    /// <summary>Writes a number as UTF-8.</summary>
    /// <param name="unscaled">Its digits.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Format(BigInteger unscaled, int scale, Span<byte> destination)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture);
        int length = 0;
        if (unscaled.Sign < 0)
        {
            destination[length++] = (byte)'-';
        }

        long exponent = digits.Length - 1L - scale;
        return scale >= 0 && exponent >= SmallestPlainExponent
            ? length + FormatPlain(digits, scale, destination[length..])
            : length + FormatScientific(digits, exponent, destination[length..]);
    }

    private static int FormatPlain(string digits, int scale, Span<byte> destination)
    {
        if (scale == 0)
        {
            return Encoding.ASCII.GetBytes(digits, destination);
        }

        int whole = digits.Length - scale;
        int length = Encoding.ASCII.GetBytes(whole > 0 ? digits.AsSpan(0, whole) : "0", destination);
        destination[length++] = (byte)'.';
        for (int zeros = whole; zeros < 0; zeros++)
        {
            destination[length++] = (byte)'0';
        }

        return length + Encoding.ASCII.GetBytes(digits.AsSpan(Math.Max(whole, 0)), destination[length..]);
    }

    private static int FormatScientific(string digits, long exponent, Span<byte> destination)
    {
        destination[0] = (byte)digits[0];
        int length = 1;
        if (digits.Length > 1)
        {
            destination[length++] = (byte)'.';
            length += Encoding.ASCII.GetBytes(digits.AsSpan(1), destination[length..]);
        }

        if (exponent == 0)
        {
            return length;
        }

        destination[length++] = (byte)'E';
        if (exponent > 0)
        {
            destination[length++] = (byte)'+';
        }

        exponent.TryFormat(destination[length..], out int written, default, CultureInfo.InvariantCulture);
        return length + written;
    }
}
