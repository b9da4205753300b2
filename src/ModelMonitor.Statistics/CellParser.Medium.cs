using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace ModelMonitor.Statistics;

public static partial class CellParser
{
    /// <summary>
    /// Parses a plain decimal of nine to sixteen bytes in one vector register; false for everything else, which
    /// may still be a number.
    /// </summary>
    private static bool TryParseMedium(ReadOnlySpan<byte> cell, ulong head, out CellType type, out double value)
    {
        type = CellType.String;
        value = double.NaN;
        if (!Vector128.IsHardwareAccelerated || cell.Length > 16)
        {
            return false;
        }

        int length = cell.Length;
        ulong tail = BinaryPrimitives.ReadUInt64LittleEndian(cell[(length - sizeof(ulong))..]) >> (8 * (16 - length));
        Vector128<byte> text = Vector128.Create(head, tail).AsByte();
        int sign = (byte)head == '-' ? 1 : 0;
        int point = BitOperations.TrailingZeroCount(
            Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits() | (1u << length));
        int hasFraction = point < length ? 1 : 0;
        int fractionDigits = length - point - hasFraction;
        if (point == sign || (hasFraction != 0 && fractionDigits == 0))
        {
            return false;
        }

        // Move the last digit into the last byte and close the gap of the point; zeros fill up the front.
        int missing = 16 - (length - sign - hasFraction);
        Vector128<sbyte> places = Vector128<sbyte>.Indices + Vector128.Create((sbyte)(sign - missing));
        places -= Vector128.GreaterThanOrEqual(places, Vector128.Create((sbyte)point)) & Vector128.Create((sbyte)-hasFraction);
        Vector128<sbyte> isFiller = Vector128.LessThan(places, Vector128.Create((sbyte)sign));
        Vector128<byte> digits = Vector128.ConditionalSelect(
            isFiller.AsByte(), Vector128.Create((byte)'0'), Vector128.Shuffle(text, places.AsByte()));
        bool areDigits = TryReadEightDigits(digits.AsUInt64()[0], out uint upper);
        areDigits &= TryReadEightDigits(digits.AsUInt64()[1], out uint lower);
        if (!areDigits || !TryScale(upper * 100_000_000UL + lower, -fractionDigits, out double magnitude))
        {
            return false;
        }

        value = sign != 0 ? -magnitude : magnitude;
        type = hasFraction != 0 ? CellType.Fractional : CellType.Integral;
        return true;
    }
}
