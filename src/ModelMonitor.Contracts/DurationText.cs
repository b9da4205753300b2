using System.Globalization;

namespace ModelMonitor.Contracts;

/// <summary>Durations as people write them in monitor files: ISO 8601, or a whole number and a unit, such as <c>24h</c>.</summary>
/// <remarks>The units are s, m (minutes), h, d and w.</remarks>
public static class DurationText
{
    /// <summary>Parses a duration; false for anything else.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (IsoDuration.TryParse(text, out duration))
        {
            return true;
        }

        long seconds = text.Length == 0 ? 0 : text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            'w' => 7 * 86_400,
            _ => 0,
        };
        if (seconds == 0
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || count > TimeSpan.MaxValue.TotalSeconds / seconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(count * seconds);
        return true;
    }
}
