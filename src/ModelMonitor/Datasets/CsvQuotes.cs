namespace ModelMonitor.Datasets;

/// <summary>Undoes the doubling of quotes inside a quoted field.</summary>
internal static class CsvQuotes
{
    /// <summary>Writes one quote for every two.</summary>
    /// <param name="content">A quoted field's content, in which quotes stand in pairs.</param>
    /// <param name="target">Room for as many bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> content, Span<byte> target)
    {
        int written = 0;
        while (true)
        {
            int quote = content.IndexOf((byte)'"');
            int length = quote < 0 ? content.Length : quote + 1;
            content[..length].CopyTo(target[written..]);
            written += length;
            if (quote < 0)
            {
                return written;
            }

            content = content[(quote + 2)..];
        }
    }
}
