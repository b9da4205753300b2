using System.Globalization;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics;

/// <summary>Tells the type of a cell's UTF-8 text and, for numbers, its value.</summary>
/// <remarks>
/// The types are those of Deequ's patterns, matched by hand:
/// <c>^(-|\+)? ?\d+((\.\d+)|((?:\.\d+)?[Ee][-+]?\d+))$</c> Fractional, <c>^(-|\+)? ?\d+$</c> Integral,
/// <c>^(true|false)$</c> Boolean, anything else String. So <c>.5</c>, <c>5.</c>, <c>NaN</c> and
/// <c>Infinity</c> are text.
/// </remarks>
public static partial class CellParser
{
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Classifies one present cell.</summary>
    /// <param name="cell">The text, not empty.</param>
    /// <param name="value">
    /// The number for Integral and Fractional cells, correctly rounded: infinite when beyond the range of a
    /// double, NaN when a space follows the sign (a pattern match that no cast can read). NaN for other types.
    /// </param>
    public static CellType Parse(ReadOnlySpan<byte> cell, out double value) => Parse(cell, CellHead.Of(cell), out value);

    /// <summary>Classifies one present cell whose <see cref="CellHead"/> is known.</summary>
    /// <param name="cell">The text, not empty.</param>
    /// <param name="head">Its head.</param>
    /// <param name="value">As of the other overload.</param>
    public static CellType Parse(ReadOnlySpan<byte> cell, ulong head, out double value)
    {
        if ((uint)((byte)head - '0') <= 9 || (byte)head == '-')
        {
            bool isParsed = cell.Length <= 8 ? TryParseShort(cell.Length, head, out CellType type, out value)
                : TryParseMedium(cell, head, out type, out value);
            if (isParsed)
            {
                return type;
            }
        }

        return ParseAny(cell, out value);
    }

    /// <summary>Does what <see cref="Parse(ReadOnlySpan{byte}, out double)"/> does, byte by byte.</summary>
    internal static CellType ParseAny(ReadOnlySpan<byte> cell, out double value)
    {
        int i = 0;
        bool negative = false;
        if (i < cell.Length && (cell[i] == '-' || cell[i] == '+'))
        {
            negative = cell[i] == '-';
            i++;
        }

        bool castable = true;
        if (i < cell.Length && cell[i] == ' ')
        {
            castable = i == 0;
            i++;
        }

        int digitsStart = i;
        ulong mantissa = 0;
        ReadDigits(cell, ref i, ref mantissa);
        int digits = i - digitsStart;
        if (digits == 0)
        {
            value = double.NaN;
            return cell.SequenceEqual("true"u8) || cell.SequenceEqual("false"u8) ? CellType.Boolean : CellType.String;
        }

        CellType type = CellType.Integral;
        int fractionDigits = 0;
        if (i < cell.Length && cell[i] == '.')
        {
            int fractionStart = ++i;
            ReadDigits(cell, ref i, ref mantissa);
            fractionDigits = i - fractionStart;
            digits += fractionDigits;
            type = fractionDigits > 0 ? CellType.Fractional : CellType.String;
        }

        int exponent = 0;
        if (type != CellType.String && i < cell.Length && (cell[i] | 0x20) == 'e')
        {
            i++;
            bool negativeExponent = i < cell.Length && cell[i] == '-';
            if (i < cell.Length && (cell[i] == '-' || cell[i] == '+'))
            {
                i++;
            }

            int exponentStart = i;
            while (i < cell.Length && (uint)(cell[i] - '0') <= 9)
            {
                exponent = Math.Min(exponent * 10 + (cell[i] - '0'), 1_000_000);
                i++;
            }

            exponent = negativeExponent ? -exponent : exponent;
            type = i > exponentStart ? CellType.Fractional : CellType.String;
        }

        if (type == CellType.String || i != cell.Length)
        {
            value = double.NaN;
            return CellType.String;
        }

        if (!castable)
        {
            value = double.NaN;
        }
        else if (digits - LeadingZeros(cell[digitsStart..]) <= 19 && TryScale(mantissa, exponent - fractionDigits, out double magnitude))
        {
            value = negative ? -magnitude : magnitude;
        }
        else
        {
            value = double.Parse(cell.TrimStart((byte)' '), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return type;
    }

    /// <summary>Zeros before the first digit that counts.</summary>
    private static int LeadingZeros(ReadOnlySpan<byte> number)
    {
        int zeros = 0;
        foreach (byte character in number)
        {
            if (character is not ((byte)'0' or (byte)'.'))
            {
                break;
            }

            zeros += character == '0' ? 1 : 0;
        }

        return zeros;
    }

    /// <summary>Reads digits to the first other character, modulo 2^64.</summary>
    private static void ReadDigits(ReadOnlySpan<byte> cell, ref int i, ref ulong mantissa)
    {
        while (BitConverter.IsLittleEndian && cell.Length - i >= sizeof(ulong)
            && TryReadEightDigits(MemoryMarshal.Read<ulong>(cell[i..]), out uint eight))
        {
            mantissa = unchecked(mantissa * 100_000_000 + eight);
            i += sizeof(ulong);
        }

        while (i < cell.Length && (uint)(cell[i] - '0') <= 9)
        {
            mantissa = unchecked(mantissa * 10 + (uint)(cell[i] - '0'));
            i++;
        }
    }
}
