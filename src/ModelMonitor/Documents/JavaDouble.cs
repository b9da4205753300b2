using System.Globalization;
using System.Text;

namespace ModelMonitor.Documents;

/// <summary>Writes doubles as Java's <c>Double.toString</c> does: <c>325.0</c>, <c>1.4402689218907343E10</c>, <c>1.0E-5</c>.</summary>
/// <remarks>
/// The digits are the shortest that read back as the same double, at least one of them after the point.
/// From 0.001 up to, not including, 10,000,000 there is no exponent. (Java before version 19 now and then
/// gives one digit more than the shortest; both read back as the same number.)
/// </remarks>
public static class JavaDouble
{
    /// <summary>The most bytes a number takes.</summary>
    public const int MaximumLength = 32;

    /// <summary>Writes a number as UTF-8.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="destination">At least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or NaN, for which JSON has no form.</exception>
    public static int Format(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers can be written.");
        }

        int length = 0;
        if (double.IsNegative(value))
        {
            destination[length++] = (byte)'-';
            value = -value;
        }

        Span<byte> digits = stackalloc byte[MaximumLength];
        int count = ShortestDigits(value, digits, out int exponent);
        digits = digits[..count];
        return length + (value == 0.0 || value is >= 1e-3 and < 1e7
            ? FormatPlain(digits, exponent, destination[length..])
            : FormatScientific(digits, exponent, destination[length..]));
    }

    /// <summary>The text of a finite number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or NaN.</exception>
    public static string ToString(double value)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>Splits a number into its significant digits d₀d₁… and the power of ten of d₀; zero is one digit 0.</summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int exponent)
    {
        Span<byte> buffer = stackalloc byte[MaximumLength];
        value.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> text = buffer[..length];

        int shift = 0;
        int mantissaLength = text.IndexOf((byte)'E');
        if (mantissaLength >= 0)
        {
            shift = int.Parse(text[(mantissaLength + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mantissaLength];
        }

        int point = text.IndexOf((byte)'.');
        point = point < 0 ? text.Length : point;
        int first = text.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
        {
            exponent = 0;
            digits[0] = (byte)'0';
            return 1;
        }

        exponent = shift + (first < point ? point - first - 1 : point - first);
        int count = 0;
        foreach (byte c in text[first..])
        {
            if (c != '.')
            {
                digits[count++] = c;
            }
        }

        return digits[..count].LastIndexOfAnyInRange((byte)'1', (byte)'9') + 1;
    }

    private static int FormatPlain(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        int length = 0;
        for (int power = Math.Max(exponent, 0); power >= 0; power--)
        {
            destination[length++] = DigitOf(digits, exponent - power);
        }

        destination[length++] = (byte)'.';
        int lastPower = Math.Min(exponent - digits.Length + 1, -1);
        for (int power = -1; power >= lastPower; power--)
        {
            destination[length++] = DigitOf(digits, exponent - power);
        }

        return length;
    }

    private static int FormatScientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        destination[0] = digits[0];
        destination[1] = (byte)'.';
        int length = 2;
        for (int i = 1; i < Math.Max(digits.Length, 2); i++)
        {
            destination[length++] = DigitOf(digits, i);
        }

        destination[length++] = (byte)'E';
        exponent.TryFormat(destination[length..], out int written, default, CultureInfo.InvariantCulture);
        return length + written;
    }

    private static byte DigitOf(ReadOnlySpan<byte> digits, int index) =>
        (uint)index < (uint)digits.Length ? digits[index] : (byte)'0';
}
