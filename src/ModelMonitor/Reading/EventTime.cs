namespace ModelMonitor.Reading;

/// <summary>Reads the time of an event: <c>yyyy-MM-ddTHH:mm:ss</c>, optionally a fraction, then <c>Z</c>, an offset (<c>+01:00</c>) or nothing, which means UTC.</summary>
internal static class EventTime
{
    private const int SecondsLength = 19;
    private const int TickDigits = 7;

    /// <summary>What stands for two bytes that are not digits: too large for any part of a time, also a hundredfold.</summary>
    private const int NoPair = 10_000;

    /// <summary>Reads a time; a fraction is cut to 100 ns, years reach from 1 to 9999, a leap second is no time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < SecondsLength || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        int year = 100 * ParsePair(text, 0) + ParsePair(text, 2);
        int month = ParsePair(text, 5);
        int day = ParsePair(text, 8);
        int hour = ParsePair(text, 11);
        int minute = ParsePair(text, 14);
        int second = ParsePair(text, 17);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[SecondsLength..];
        if (!TryParseFraction(ref rest, out long fraction) || !TryParseOffset(rest, out int offsetMinutes))
        {
            return false;
        }

        long ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks
            + fraction - offsetMinutes * TimeSpan.TicksPerMinute;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryParseFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text is not [(byte)'.', ..])
        {
            return true;
        }

        int digits = 0;
        for (; digits + 1 < text.Length && char.IsAsciiDigit((char)text[digits + 1]); digits++)
        {
            ticks = digits < TickDigits ? ticks * 10 + (text[digits + 1] - '0') : ticks;
        }

        for (int i = digits; i < TickDigits; i++)
        {
            ticks *= 10;
        }

        text = text[(digits + 1)..];
        return digits > 0;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [] or [(byte)'Z'])
        {
            return true;
        }

        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _])
        {
            return false;
        }

        int hour = ParsePair(text, 1);
        int minute = ParsePair(text, 4);
        minutes = text[0] == '-' ? -(60 * hour + minute) : 60 * hour + minute;
        return hour <= 14 && minute <= 59;
    }

    private static int ParsePair(ReadOnlySpan<byte> text, int index)
    {
        uint tens = (uint)(text[index] - '0');
        uint units = (uint)(text[index + 1] - '0');
        return tens > 9 || units > 9 ? NoPair : (int)(10 * tens + units);
    }
}
