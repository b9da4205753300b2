using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelMonitor.Contracts.Scheduling;

/// <summary>Spans of time as ISO 8601 writes them: start and duration, or start and end, with a slash between.</summary>
public static class PeriodText
{
    private const string Example = "2026-11-22T10:00Z/PT1H or 2026-11-22T10:00Z/2026-11-22T11:00Z";

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HHK", "yyyy-MM-dd"];

    /// <summary>The span as start and duration, in UTC: <c>2026-11-22T10:00:00Z/PT1H</c>.</summary>
    public static string Format(SchedulePeriod period) => string.Create(
        CultureInfo.InvariantCulture,
        $"{period.Start.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}/{IsoDuration.Format(period.End - period.Start)}");

    /// <summary>Parses a span, or says in <paramref name="error"/> what was expected. A time without offset is UTC.</summary>
    public static bool TryParse(string text, out SchedulePeriod period, [NotNullWhen(false)] out string? error)
    {
        period = default;
        string[] parts = text.Split('/');
        if (parts.Length != 2)
        {
            error = $"expected start and duration or start and end, such as {Example}; found '{text}'";
            return false;
        }

        if (!TryParseTime(parts[0], out DateTimeOffset start))
        {
            error = $"expected a start such as 2026-11-22T10:00Z, found '{parts[0]}'";
            return false;
        }

        return TryEnd(start, parts[1], out DateTimeOffset end, out error) && TryCreate(start, end, out period, out error);
    }

    /// <summary>Parses a time, or a day as its first instant; without offset it is UTC.</summary>
    public static bool TryParseTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        TimeFormats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);

    private static bool TryEnd(
        DateTimeOffset start, string text, out DateTimeOffset end, [NotNullWhen(false)] out string? error)
    {
        error = null;
        end = default;
        if (text.StartsWith('P'))
        {
            if (!IsoDuration.TryParse(text, out TimeSpan duration))
            {
                error = $"expected a duration such as PT1H, PT30M or P1D (of no years or months), found '{text}'";
            }
            else if (duration > DateTimeOffset.MaxValue - start)
            {
                error = $"{text} after the start is beyond the year 9999";
            }
            else
            {
                end = start + duration;
            }
        }
        else if (!TryParseTime(text, out end))
        {
            error = $"expected a duration such as PT1H or an end such as 2026-11-22T11:00Z, found '{text}'";
        }

        return error is null;
    }

    private static bool TryCreate(
        DateTimeOffset start, DateTimeOffset end, out SchedulePeriod period, [NotNullWhen(false)] out string? error)
    {
        period = new SchedulePeriod(start, end);
        error = end > start ? null : "the end is not after the start";
        return error is null;
    }
}
