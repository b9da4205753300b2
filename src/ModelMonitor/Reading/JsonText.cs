using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace ModelMonitor.Reading;

/// <summary>Resolves the escapes of JSON strings.</summary>
internal static class JsonText
{
    /// <summary>Writes a string without its escapes.</summary>
    /// <param name="text">What stands between the quotes.</param>
    /// <param name="destination">At least as long as <paramref name="text"/>.</param>
    /// <param name="written">The bytes written: valid UTF-8 if <paramref name="text"/> is.</param>
    /// <returns>False for an escape that does not exist and for half of a surrogate pair.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        int position = 0;
        while (position < text.Length)
        {
            CopyPlain(text, destination, ref position, ref written);
            if (position == text.Length)
            {
                break;
            }

            if (position + 1 < text.Length && text[position + 1] == '"')
            {
                // By far the most frequent: JSON inside of JSON.
                destination[written++] = (byte)'"';
                position += 2;
                continue;
            }

            if (!TryReadEscape(text[position..], out Rune rune, out int length))
            {
                return false;
            }

            written += rune.EncodeToUtf8(destination[written..]);
            position += length;
        }

        return true;
    }

    /// <summary>Copies up to the next backslash or the end.</summary>
    private static void CopyPlain(ReadOnlySpan<byte> text, Span<byte> destination, ref int position, ref int written)
    {
        // What is copied beyond the backslash is written over later: never is more written than was read.
        while (text.Length - position >= Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.Create(text[position..]);
            bytes.CopyTo(destination[written..]);
            uint backslashes = Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
            int plain = backslashes == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(backslashes);
            position += plain;
            written += plain;
            if (backslashes != 0)
            {
                return;
            }
        }

        while (position < text.Length && text[position] != '\\')
        {
            destination[written++] = text[position++];
        }
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        length = 2;
        rune = default;
        if (text.Length < 2)
        {
            return false;
        }

        if (text[1] == 'u')
        {
            return TryReadUnicode(text, out rune, out length);
        }

        char character = text[1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        rune = new Rune(character);
        return character != '\0';
    }

    private static bool TryReadUnicode(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        length = 6;
        rune = default;
        if (!TryReadUnit(text, out char first))
        {
            return false;
        }

        if (Rune.TryCreate(first, out rune))
        {
            return true;
        }

        length = 12;
        return TryReadUnit(text[6..], out char second) && Rune.TryCreate(first, second, out rune);
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < 6 || text[0] != '\\' || text[1] != 'u')
        {
            return false;
        }

        int value = 0;
        foreach (byte digit in text[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }

            value = (value << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        unit = (char)value;
        return true;
    }
}
