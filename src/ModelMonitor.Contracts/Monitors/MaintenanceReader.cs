using System.Globalization;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the items of <c>remediation.maintenance</c>.</summary>
internal static class MaintenanceReader
{
    private const string TimeExpectation = "a time of the day in UTC, such as 22:00";

    private static readonly (string Word, DayOfWeek Day)[] Words =
    [
        ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday),
        ("Fri", DayOfWeek.Friday), ("Sat", DayOfWeek.Saturday), ("Sun", DayOfWeek.Sunday),
    ];

    public static IReadOnlyList<MaintenanceWindow> Read(IReadOnlyList<SectionReader> items) => [.. items.Select(ReadWindow)];

    private static MaintenanceWindow ReadWindow(SectionReader item)
    {
        IReadOnlyList<string> days = item.ReadStrings(
            "days", text => Words.Any(word => word.Word == text), "one of Mon, Tue, Wed, Thu, Fri, Sat and Sun");
        TimeSpan from = ReadTime(item, "from") ?? TimeSpan.Zero;
        TimeSpan to = ReadTime(item, "to") ?? TimeSpan.FromDays(1);
        if (from == TimeSpan.FromDays(1))
        {
            item.Report("from", "expected a time before 24:00; a window that begins at midnight begins at 00:00 of the next day");
        }
        else if (from == to)
        {
            item.Report("to", "expected another time than from; leave both out for whole days");
        }

        item.Finish();
        return new MaintenanceWindow(
            [.. Words.Where(word => days.Count == 0 || days.Contains(word.Word)).Select(word => word.Day)], from, to);
    }

    private static TimeSpan? ReadTime(SectionReader item, string key) =>
        item.ReadString(key, text => TryParse(text, out _), TimeExpectation) is { } text && TryParse(text, out TimeSpan time) ? time : null;

    private static bool TryParse(string text, out TimeSpan time)
    {
        time = TimeSpan.FromDays(1);
        return text == "24:00" || TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out time);
    }
}
