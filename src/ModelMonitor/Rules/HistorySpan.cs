using System.Globalization;

namespace ModelMonitor.Rules;

/// <summary>Spans of time as rules write them: a whole number of minutes, hours or days.</summary>
internal static class HistorySpan
{
    /// <summary>How far back a rule may look.</summary>
    public const int LongestDays = 92;

    /// <summary>Reads one, such as <c>24h</c>.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length is < 2 or > 6 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return false;
        }

        span = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => default,
        };
        return span > TimeSpan.Zero && span <= TimeSpan.FromDays(LongestDays);
    }
}
