using System.Text;

namespace ModelMonitor.Quality;

/// <summary>Tells which of two classes a cell holds.</summary>
internal sealed class BinaryLabels
{
    private readonly byte[]? _positiveText;
    private readonly string? _positive;

    /// <summary>Creates the reader.</summary>
    /// <param name="positive">The positive class; null for 1 and true.</param>
    public BinaryLabels(string? positive)
    {
        if (positive is not null)
        {
            _positiveText = Encoding.UTF8.GetBytes(positive);
            _positive = CellReader.ReadClass(_positiveText);
        }
    }

    /// <summary>Whether the cell is positive; false when it is neither.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, out bool isPositive)
    {
        if (_positive is not null)
        {
            isPositive = cell.SequenceEqual(_positiveText)
                || (cell.Length <= CellReader.LongestClassName && CellReader.ReadClass(cell) == _positive);
            return true;
        }

        if (cell.Length == 1 && cell[0] is (byte)'0' or (byte)'1')
        {
            isPositive = cell[0] == '1';
            return true;
        }

        if (CellReader.TryReadNumber(cell, out double number))
        {
            isPositive = number == 1.0;
            return number is 0.0 or 1.0;
        }

        isPositive = IsWord(cell, "true"u8);
        return isPositive || IsWord(cell, "false"u8);
    }

    private static bool IsWord(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(cell.Trim(" \t\r\n"u8), word);
}
