using System.Globalization;
using System.Text;

namespace ModelMonitor.Reading;

/// <summary>Makes text from the traffic fit for a message: cut short, on one line, without control characters.</summary>
internal static class Excerpt
{
    /// <summary>The most bytes of the text that are shown.</summary>
    public const int MaximumLength = 80;

    /// <summary>
    /// The beginning of a text. Control characters are written as <c>\u000A</c>, bytes that are not UTF-8 as
    /// <c>\xFF</c>, and an ellipsis follows when something was cut off.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        StringBuilder excerpt = new();
        int position = 0;
        while (position < text.Length && position < MaximumLength)
        {
            bool valid = Rune.DecodeFromUtf8(text[position..], out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (!valid)
            {
                for (int i = 0; i < length; i++)
                {
                    excerpt.Append(CultureInfo.InvariantCulture, $"\\x{text[position + i]:X2}");
                }
            }
            else if (IsPlain(rune))
            {
                excerpt.Append(rune.ToString());
            }
            else
            {
                excerpt.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }

            position += length;
        }

        return position < text.Length ? excerpt.Append('…').ToString() : excerpt.ToString();
    }

    // Format characters include the marks that turn the direction of writing, with which a text can disguise itself.
    public static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
