using System.Globalization;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>Which objects of an hour-partitioned capture can hold events of a window.</summary>
/// <remarks>
/// SageMaker writes <c>…/yyyy/MM/dd/HH/mm-ss-fff-{uuid}.jsonl</c>, in UTC. The folder is not the hour of every
/// event in its files: one begun at 09:59 goes on past ten. So of the hours beside the window the files near
/// it are read too, and each event's own time decides.
/// </remarks>
internal static class CaptureHours
{
    /// <summary>The length of <c>yyyy/MM/dd/HH/</c>.</summary>
    public const int FolderLength = 14;

    /// <summary>The folder of an hour.</summary>
    public static string FolderOf(DateTimeOffset hour) => hour.ToString("yyyy/MM/dd/HH/", CultureInfo.InvariantCulture);

    /// <summary>The full hour at or after a time.</summary>
    public static DateTimeOffset CeilingOf(DateTimeOffset time) => Floor(time.AddHours(1).AddTicks(-1));

    /// <summary>The hour folders, from the one before the window to the one after it.</summary>
    public static IEnumerable<string> Folders(TimeWindow window, TimeSpan slack)
    {
        for (DateTimeOffset hour = Floor(window.Start - slack); hour < window.End + slack; hour = hour.AddHours(1))
        {
            yield return FolderOf(hour);
        }
    }

    /// <summary>What covers <see cref="Folders"/> in the fewest listings: the folders of whole days, and of single hours at the ends.</summary>
    public static IEnumerable<string> Prefixes(TimeWindow window, TimeSpan slack)
    {
        DateTimeOffset hour = Floor(window.Start - slack);
        while (hour < window.End + slack)
        {
            bool isDay = hour.Hour == 0 && hour.AddHours(23) < window.End + slack;
            yield return hour.ToString(isDay ? "yyyy/MM/dd/" : "yyyy/MM/dd/HH/", CultureInfo.InvariantCulture);
            hour = hour.AddHours(isDay ? 24 : 1);
        }
    }

    /// <summary>The hours that a window is made of; the window alone when it is no longer than one, or does not begin and end on the hour.</summary>
    public static IReadOnlyList<TimeWindow> HoursOf(TimeWindow window)
    {
        if (window.End - window.Start <= TimeSpan.FromHours(1) || Floor(window.Start) != window.Start || Floor(window.End) != window.End)
        {
            return [window];
        }

        List<TimeWindow> hours = [];
        for (DateTimeOffset hour = window.Start; hour < window.End; hour = hour.AddHours(1))
        {
            hours.Add(new TimeWindow(hour, hour.AddHours(1)));
        }

        return hours;
    }

    /// <summary>Whether the object of this key can hold events of the window; true when its key does not tell.</summary>
    public static bool MayHoldEvents(string key, TimeWindow window, TimeSpan slack)
    {
        if (!TryGetHour(key, out DateTimeOffset hour))
        {
            return true;
        }

        ReadOnlySpan<char> name = key.AsSpan(key.LastIndexOf('/') + 1);
        if (name.Length > 6 && name[2] == '-' && name[5] == '-'
            && int.TryParse(name[..2], NumberStyles.None, CultureInfo.InvariantCulture, out int minute) && minute < 60
            && int.TryParse(name[3..5], NumberStyles.None, CultureInfo.InvariantCulture, out int second) && second < 60)
        {
            DateTimeOffset begun = hour.AddMinutes(minute).AddSeconds(second);
            return begun >= window.Start - slack && begun < window.End + slack;
        }

        return hour > window.Start - slack - TimeSpan.FromHours(1) && hour < window.End + slack;
    }

    /// <summary>The hour in whose folder the object of this key is.</summary>
    /// <returns>False when it is in no such folder.</returns>
    public static bool TryGetHour(string key, out DateTimeOffset hour)
    {
        hour = default;
        int nameStart = key.LastIndexOf('/') + 1;
        return nameStart >= FolderLength
            && DateTimeOffset.TryParseExact(
                key.AsSpan(nameStart - FolderLength, FolderLength), "yyyy/MM/dd/HH/", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out hour);
    }

    private static DateTimeOffset Floor(DateTimeOffset time) =>
        new(time.UtcDateTime.Date.AddHours(time.UtcDateTime.Hour), TimeSpan.Zero);
}
