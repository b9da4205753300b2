using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Tells by the text of its time whether an event belongs to a window.</summary>
/// <param name="window">The window; null when every event does, whatever its time.</param>
/// <param name="report">Takes note of the times of the window's events.</param>
internal sealed class EventWindow(TimeWindow? window, ReadingReport report)
{
    /// <summary>Whether events of an hour that do not tell their time belong to the window: those of no known hour always do.</summary>
    public bool Holds(DateTimeOffset? hour) => window is null || hour is null || window.Contains(hour.Value);

    /// <summary>Tests an event.</summary>
    /// <param name="time">The text of its time; empty when it has none.</param>
    /// <param name="isEscaped">Whether that text has JSON escapes.</param>
    /// <param name="name">Where the time was looked for, for the reason.</param>
    /// <param name="isInside">Whether the event belongs to the window.</param>
    /// <param name="reason">Why nobody can tell, when the result is false.</param>
    public bool TryTest(ReadOnlySpan<byte> time, bool isEscaped, string name, out bool isInside, out string reason)
    {
        isInside = true;
        reason = "";
        if (window is null)
        {
            return true;
        }

        if (time.IsEmpty)
        {
            reason = $"{name} is missing";
            return false;
        }

        if (isEscaped)
        {
            byte[] plain = new byte[time.Length];
            time = JsonText.TryUnescape(time, plain, out int length) ? plain.AsSpan(0, length) : time;
        }

        if (!EventTime.TryParse(time, out DateTimeOffset instant))
        {
            reason = $"{name} is \"{Excerpt.Of(time)}\"; a time such as 2024-01-31T23:59:59Z was expected";
            return false;
        }

        isInside = window.Contains(instant);
        if (isInside)
        {
            report.NoteEvent(instant);
        }

        return true;
    }
}
