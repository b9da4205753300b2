using System.Numerics;
using System.Runtime.CompilerServices;

namespace ModelMonitor.Statistics;

public static partial class CellParser
{
    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighNibbles = 0xF0F0F0F0F0F0F0F0;

    /// <summary>
    /// Parses a plain decimal of at most eight bytes (<c>-12.5</c>, <c>1234567</c>) in one register; false for
    /// everything else, which may still be a number.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseShort(int length, ulong head, out CellType type, out double value)
    {
        type = CellType.String;
        value = double.NaN;
        ulong text = head;
        int sign = (byte)text == '-' ? 1 : 0;
        text >>= 8 * sign;
        length -= sign;

        ulong dots = text ^ 0x2E2E2E2E2E2E2E2E;
        dots = (dots - 0x0101010101010101) & ~dots & 0x8080808080808080;
        int integerDigits = Math.Min(BitOperations.TrailingZeroCount(dots) >> 3, length);
        int hasFraction = integerDigits < length ? 1 : 0;
        int fractionDigits = length - integerDigits - hasFraction;
        if (integerDigits == 0 || (hasFraction & (fractionDigits == 0 ? 1 : 0)) != 0)
        {
            return false;
        }

        // Close the gap of the point, and move the last digit into the highest byte; zeros come in below.
        ulong below = integerDigits == 8 ? ulong.MaxValue : (1UL << (8 * integerDigits)) - 1;
        ulong digits = (text & below) | ((text >> (8 * hasFraction)) & ~below);
        int missing = 8 * (8 - integerDigits - fractionDigits);
        digits = (digits << missing) | ((1UL << missing) - 1 & Zeros);
        if (!TryReadEightDigits(digits, out uint number))
        {
            return false;
        }

        double magnitude = number / PowersOfTen[fractionDigits];
        value = sign != 0 ? -magnitude : magnitude;
        type = hasFraction != 0 ? CellType.Fractional : CellType.Integral;
        return true;
    }

    /// <summary>The number that eight digits stand for, the first in the lowest byte; false when a byte is no digit.</summary>
    /// <remarks>The arithmetic on all digits at once is that of Johnny Lee, as described by Daniel Lemire (2018).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadEightDigits(ulong digits, out uint number)
    {
        bool areDigits = ((digits & HighNibbles) | ((digits + 0x0606060606060606 & HighNibbles) >> 4)) == (Zeros | (Zeros >> 4));
        digits -= Zeros;
        digits = digits * 10 + (digits >> 8);
        number = (uint)(((digits & 0x000000FF000000FF) * 0x000F424000000064
            + ((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
        return areDigits;
    }
}
