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

    private const double LargestExact = 1L << 53;

    /// <summary>The number of a cell, which may be infinite or NaN; false when it is none. Blanks around it are left out.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> cell, out double number)
    {
        if (CellParser.Parse(cell, out number) is CellType.Integral or CellType.Fractional && !double.IsNaN(number))
        {
            return true;
        }

        ReadOnlySpan<byte> text = cell.Trim(" \t\r\n"u8);
        return Utf8Parser.TryParse(text, out number, out int read) && read == text.Length;
    }

    /// <summary>The name of a class: the text without blanks around it; of a whole number, however it is written, its digits.</summary>
    public static string ReadClass(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> text = cell.Trim(" \t\r\n"u8);
        return !text.IsEmpty && CellParser.Parse(text, out double number) is CellType.Integral or CellType.Fractional
            && Math.Abs(number) <= LargestExact && Math.Floor(number) == number
                ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : Encoding.UTF8.GetString(text);
    }
}
