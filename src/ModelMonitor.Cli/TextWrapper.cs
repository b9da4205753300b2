using System.Text;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli;

/// <summary>Breaks a text into lines of a width, between words where it can.</summary>
internal static class TextWrapper
{
    /// <summary>The lines of a text, without space at their ends.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">The most columns of a line, at least 1; a wide character takes two, and a line has one at least.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        string rest = text.TrimEnd();
        while (LengthWithin(rest, width) is var length && length < rest.Length)
        {
            int end = rest.LastIndexOf(' ', length);
            if (end <= 0 || string.IsNullOrWhiteSpace(rest[..end]))
            {
                end = length;
            }

            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>How much of a text fits a width, in characters; its first, even when that is wider.</summary>
    private static int LengthWithin(string text, int width)
    {
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Most text is of narrow characters, whose widths need not be looked up.
            width -= rune.IsAscii ? 1 : DisplayText.WidthOf(rune.ToString());
            if (width < 0 && length > 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }
}
