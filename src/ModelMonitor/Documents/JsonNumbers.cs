using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>Reads the numbers of a JSON array at once: sketches have thousands, and asking for each alone takes three times as long.</summary>
internal static class JsonNumbers
{
    /// <summary>Reads the numbers of an array.</summary>
    /// <param name="array">The array's text, which is known to be JSON.</param>
    /// <param name="numbers">Takes as many numbers as the array has items.</param>
    /// <returns>Whether every item is a finite number; if not, some of the numbers may have been read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> array, Span<double> numbers)
    {
        ReadOnlySpan<byte> rest = array[1..^1];
        foreach (ref double number in numbers)
        {
            int end = rest.IndexOf((byte)',');
            ReadOnlySpan<byte> item = (end < 0 ? rest : rest[..end]).Trim(" \t\r\n"u8);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (item.IsEmpty || (item[0] != '-' && !char.IsAsciiDigit((char)item[0])))
            {
                return false;
            }

            CellParser.Parse(item, out number);
            if (!double.IsFinite(number))
            {
                return false;
            }
        }

        return true;
    }
}
