using System.Globalization;
using System.Text;

namespace ModelMonitor.Contracts;

/// <summary>Durations as ISO 8601 writes them: <c>PT10M</c>, <c>PT1H30M</c>, <c>P1D</c>, <c>P2W</c>.</summary>
/// <remarks>Whole numbers only, and no years or months, whose length depends on where they begin.</remarks>
public static class IsoDuration
{
    /// <summary>Parses a duration; false for anything else, also for one that is longer than a <see cref="TimeSpan"/>.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(1);
        string units = "WDTHMS";
        int nextUnit = 0;
        double seconds = 0;
        while (rest.Length > 0)
        {
            if (rest[0] == 'T' && nextUnit <= units.IndexOf('T') && rest.Length > 1)
            {
                nextUnit = units.IndexOf('T') + 1;
                rest = rest[1..];
                continue;
            }

            int digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || !long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            {
                return false;
            }

            int unit = units.IndexOf(rest[digits], nextUnit);
            bool isTimeUnit = unit > units.IndexOf('T');
            if (unit < 0 || rest[digits] == 'T' || isTimeUnit != (nextUnit > units.IndexOf('T')))
            {
                return false;
            }

            seconds += count * SecondsOf(rest[digits]);
            nextUnit = unit + 1;
            rest = rest[(digits + 1)..];
        }

        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds((long)seconds);
        return true;
    }

    /// <summary>Writes a duration of whole seconds, shortest form; zero is <c>PT0S</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        StringBuilder text = new("P");
        Append(text, duration.Days, 'D');
        if (duration.Hours + duration.Minutes + duration.Seconds > 0 || duration.Days == 0)
        {
            text.Append('T');
            Append(text, duration.Hours, 'H');
            Append(text, duration.Minutes, 'M');
            Append(text, duration.Seconds, 'S');
            if (text.Length == 2)
            {
                text.Append("0S");
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int count, char unit)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
        }
    }

    private static double SecondsOf(char unit) => unit switch
    {
        'W' => 7 * 86_400,
        'D' => 86_400,
        'H' => 3_600,
        'M' => 60,
        _ => 1,
    };
}
