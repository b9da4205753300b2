using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ModelMonitor.Statistics;

namespace ModelMonitor.Quality;

/// <summary>Reads numbers and classes from the text of cells.</summary>
internal static class CellReader
{
    /// <summary>The longest name of a class, in bytes.</summary>
    public const int LongestClassName = 256;

    /// <summary>Whole numbers below it have a double of their own; from it on two can share one.</summary>
    private const double FirstInexact = 1L << 53;

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Whether there is nothing but blanks in a cell.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) => cell.IsEmpty || (cell[0] <= ' ' && cell.Trim(Blanks).IsEmpty);

    /// <summary>The number of a cell, which may be infinite or NaN; false when it is none. Blanks around it are left out.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> cell, out double number)
    {
        if (CellParser.Parse(cell, out number) is CellType.Integral or CellType.Fractional && !double.IsNaN(number))
        {
            return true;
        }

        ReadOnlySpan<byte> text = cell.Trim(Blanks);
        return Utf8Parser.TryParse(text, out number, out int read) && read == text.Length;
    }

    /// <summary>The name of a class: the text without blanks around it; of a whole number below 2^53, however it is written, its digits.</summary>
    public static string ReadClass(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> text = cell.Trim(Blanks);
        return TryReadNumber(text, out double number) && Math.Abs(number) < FirstInexact && Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : Encoding.UTF8.GetString(text);
    }
}
