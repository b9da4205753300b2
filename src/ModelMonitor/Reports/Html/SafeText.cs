using System.Globalization;
using System.Text;

namespace ModelMonitor.Reports.Html;

/// <summary>Makes text that comes from traffic fit to be seen: no character acts, none disguises the rest, and it ends somewhere.</summary>
internal static class SafeText
{
    private const int LongestShown = 64;
    private const int LongestWhole = 300;

    /// <summary>
    /// The text with what cannot be shown, or turns the direction of what follows, replaced by U+FFFD: control
    /// characters, halves of surrogate pairs, and the marks that embed, override or isolate a direction.
    /// </summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(Acts(rune) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The text as it stands in a line of a page: cleaned, and cut with an ellipsis.</summary>
    public static string Shorten(string text) => Cut(text, LongestShown);

    /// <summary>The text as it stands where there is room, such as a tooltip: cleaned, and of a length that a page can bear.</summary>
    public static string Whole(string text) => text.Length <= LongestWhole
        ? Clean(text)
        : string.Create(CultureInfo.InvariantCulture, $"{Cut(text, LongestWhole)} ({text.Length:N0} characters)");

    /// <summary>Whether a text is shown shorter than it is.</summary>
    public static bool IsLong(string text) => text.Length > LongestShown;

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return Clean(text);
        }

        int end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return Clean(text[..end]) + "…";
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (char character in text)
        {
            if (character is < ' ' or '\u007F' || (character >= '\u0080' && Acts(new Rune(char.IsSurrogate(character) ? '\u0085' : character))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Acts(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
