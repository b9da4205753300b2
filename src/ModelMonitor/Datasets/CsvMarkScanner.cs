using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelMonitor.Datasets;

/// <summary>Finds the bytes that give a CSV text its structure: delimiters, quotes and line feeds.</summary>
/// <remarks>Compares 32 or 16 bytes at once and walks the bits of the result, so that the cost follows the marks found.</remarks>
internal static class CsvMarkScanner
{
    /// <summary>Writes the positions of all marks in ascending order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="offset">Added to every position.</param>
    /// <param name="positions">Room for as many positions as the text has bytes.</param>
    /// <returns>How many there are.</returns>
    public static int Scan(ReadOnlySpan<byte> text, byte delimiter, int offset, Span<int> positions)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            return ScanBy32(text, delimiter, offset, positions);
        }

        return Vector128.IsHardwareAccelerated
            ? ScanBy16(text, delimiter, offset, positions)
            : ScanBy1(text, delimiter, offset, positions);
    }

    internal static int ScanBy32(ReadOnlySpan<byte> text, byte delimiter, int offset, Span<int> positions)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        Vector256<byte> delimiters = Vector256.Create(delimiter);
        Vector256<byte> quotes = Vector256.Create((byte)'"');
        Vector256<byte> lineFeeds = Vector256.Create((byte)'\n');
        int count = 0;
        int i = 0;
        for (; i <= text.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref start, (nuint)i);
            Vector256<byte> marks = Vector256.Equals(bytes, delimiters) | Vector256.Equals(bytes, quotes) | Vector256.Equals(bytes, lineFeeds);
            count = AddBits(marks.ExtractMostSignificantBits(), offset + i, positions, count);
        }

        return count + ScanBy1(text[i..], delimiter, offset + i, positions[count..]);
    }

    internal static int ScanBy16(ReadOnlySpan<byte> text, byte delimiter, int offset, Span<int> positions)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        Vector128<byte> delimiters = Vector128.Create(delimiter);
        Vector128<byte> quotes = Vector128.Create((byte)'"');
        Vector128<byte> lineFeeds = Vector128.Create((byte)'\n');
        int count = 0;
        int i = 0;
        for (; i <= text.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref start, (nuint)i);
            Vector128<byte> marks = Vector128.Equals(bytes, delimiters) | Vector128.Equals(bytes, quotes) | Vector128.Equals(bytes, lineFeeds);
            count = AddBits(marks.ExtractMostSignificantBits(), offset + i, positions, count);
        }

        return count + ScanBy1(text[i..], delimiter, offset + i, positions[count..]);
    }

    internal static int ScanBy1(ReadOnlySpan<byte> text, byte delimiter, int offset, Span<int> positions)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte character = text[i];
            if (character == delimiter || character == '"' || character == '\n')
            {
                positions[count++] = offset + i;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddBits(uint bits, int offset, Span<int> positions, int count)
    {
        while (bits != 0)
        {
            positions[count++] = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
        }

        return count;
    }
}
