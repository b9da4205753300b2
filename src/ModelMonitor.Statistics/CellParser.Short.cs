using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics;

public static partial class CellParser
{
    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighNibbles = 0xF0F0F0F0F0F0F0F0;

    /// <summary>
    /// Parses a plain decimal of at most eight bytes (<c>-12.5</c>, <c>1234567</c>) in one register; false for
    /// everything else, which may still be a number.
    /// </summary>
    /// <remarks>The eight-digits-at-once arithmetic is that of Johnny Lee, as described by Daniel Lemire (2018).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseShort(ReadOnlySpan<byte> cell, out CellType type, out double value)
    {
        type = CellType.String;
        value = double.NaN;
        int length = cell.Length;
        if (length == 0 || !BitConverter.IsLittleEndian)
        {
            return false;
        }

        ulong text = Load(cell);
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
        if (((digits & HighNibbles) | ((digits + 0x0606060606060606 & HighNibbles) >> 4)) != (Zeros | (Zeros >> 4)))
        {
            return false;
        }

        digits -= Zeros;
        digits = digits * 10 + (digits >> 8);
        uint number = (uint)(((digits & 0x000000FF000000FF) * 0x000F424000000064
            + ((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
        double magnitude = number / PowersOfTen[fractionDigits];
        value = sign != 0 ? -magnitude : magnitude;
        type = hasFraction != 0 ? CellType.Fractional : CellType.Integral;
        return true;
    }

    /// <summary>The bytes of a cell of one to eight bytes, the first lowest, zeros behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ReadOnlySpan<byte> cell)
    {
        ref byte start = ref MemoryMarshal.GetReference(cell);
        int length = cell.Length;
        if (length == 8)
        {
            return Unsafe.ReadUnaligned<ulong>(ref start);
        }

        if (length >= 4)
        {
            ulong tail = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4));
            return Unsafe.ReadUnaligned<uint>(ref start) | (tail << (8 * (length - 4)));
        }

        ulong word = start;
        if (length > 1)
        {
            word |= (ulong)Unsafe.Add(ref start, 1) << 8;
            word |= (ulong)Unsafe.Add(ref start, length - 1) << (8 * (length - 1));
        }

        return word;
    }
}
