namespace ModelMonitor.Cli;

/// <summary>Breaks a text into lines of a width, between words where it can.</summary>
internal static class TextWrapper
{
    /// <summary>The lines of a text, without space at their ends.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">The most characters of a line, at least 1.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        string rest = text.TrimEnd();
        while (rest.Length > width)
        {
            int end = rest.LastIndexOf(' ', width);
            if (end <= 0 || string.IsNullOrWhiteSpace(rest[..end]))
            {
                end = width;
            }

            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        yield return rest;
    }
}
