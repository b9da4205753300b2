using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Makes text that comes from data fit for a screen: on one line, without control characters, cut short.</summary>
internal static class DisplayText
{
    private const char Ellipsis = '…';

    /// <summary>The columns that a text takes on a screen; a wide character takes two.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();

    /// <summary>The text with everything that is no visible character replaced by <c>·</c>.</summary>
    /// <remarks>Also the marks that turn the direction of writing, with which a text can disguise itself.</remarks>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(IsVisible(rune) ? rune.ToString() : "·");
        }

        return clean.ToString();
    }

    /// <summary>The text cleaned, and cut with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Fit(string text, int width)
    {
        // Most of a long text is never shown: it need not be cleaned nor measured.
        bool isLong = text.Length > 4 * width;
        string clean = Clean(isLong ? text[..(4 * width)] : text);
        if (!isLong && WidthOf(clean) <= width)
        {
            return clean;
        }

        StringBuilder cut = new();
        int used = 0;
        foreach (Rune rune in clean.EnumerateRunes())
        {
            used += WidthOf(rune.ToString());
            if (used > width - 1)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return width < 1 ? "" : cut.Append(Ellipsis).ToString();
    }

    /// <summary>As <see cref="Fit"/>, but what is cut out is the middle: of a key, the end tells most.</summary>
    public static string FitMiddle(string text, int width)
    {
        string clean = Clean(text);
        if (clean.Length <= width && WidthOf(clean) <= width)
        {
            return clean;
        }

        int half = (width - 1) / 2;
        return Fit(clean, width - half) + Reverse(Fit(Reverse(clean), half + 1))[1..];
    }

    private static string Reverse(string text)
    {
        StringBuilder reversed = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            reversed.Insert(0, rune.ToString());
        }

        return reversed.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
