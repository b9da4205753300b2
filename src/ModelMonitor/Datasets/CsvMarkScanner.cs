using System.Numerics;
using System.Runtime.CompilerServices;
using ModelMonitor.Reading;

namespace ModelMonitor.Datasets;

/// <summary>Finds the bytes that give a CSV text its structure: delimiters, quotes and line feeds.</summary>
/// <remarks>Searches by vectors and walks the bits of the result, so that the cost follows the marks found.</remarks>
internal static class CsvMarkScanner
{
    /// <summary>Writes the positions of all marks in ascending order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between fields; not NUL.</param>
    /// <param name="offset">Added to every position.</param>
    /// <param name="positions">Room for as many positions as the text has bytes.</param>
    /// <returns>How many there are.</returns>
    public static int Scan(ReadOnlySpan<byte> text, byte delimiter, int offset, Span<int> positions)
    {
        int count = 0;
        int i = 0;
        for (; text.Length - i >= CsvDelimiters.BlockLength; i += CsvDelimiters.BlockLength)
        {
            count = AddMarks(text[i..], delimiter, offset + i, positions, count);
        }

        if (i < text.Length)
        {
            Span<byte> last = stackalloc byte[CsvDelimiters.BlockLength];
            last.Clear();
            text[i..].CopyTo(last);
            count = AddMarks(last, delimiter, offset + i, positions, count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddMarks(ReadOnlySpan<byte> block, byte delimiter, int offset, Span<int> positions, int count)
    {
        for (ulong marks = CsvDelimiters.Find(block, delimiter, out ulong others) | others; marks != 0; marks &= marks - 1)
        {
            positions[count++] = offset + BitOperations.TrailingZeroCount(marks);
        }

        return count;
    }
}
