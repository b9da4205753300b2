using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ModelMonitor.Statistics;

/// <summary>
/// The first eight bytes of a cell as one number, the first byte lowest, zeros behind the last. Most cells are no
/// longer: then head and length are the cell, and it can be parsed and compared in a register.
/// </summary>
public static class CellHead
{
    /// <summary>The head of a cell.</summary>
    public static ulong Of(ReadOnlySpan<byte> cell)
    {
        if (cell.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(cell);
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        cell.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    /// <summary>The head of a slice of a text, which must go on for eight bytes from <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the cell starts.</param>
    /// <param name="length">Its length, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfSlice(ReadOnlySpan<byte> text, int start, int length) =>
        BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(start, sizeof(ulong))) & (ulong.MaxValue >> (64 - 8 * Math.Min(length, 8)));
}
