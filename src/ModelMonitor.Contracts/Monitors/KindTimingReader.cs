using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the keys about time that the sections of kinds have.</summary>
internal static class KindTimingReader
{
    private const string OffsetExpectation = "a duration up to 31 days back from the scheduled time, such as \"-PT1H\" or \"-P8D\"";
    private static readonly TimeSpan LongestOffset = TimeSpan.FromDays(31);
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSettleDelay = TimeSpan.FromDays(1);

    public static KindTiming Read(SectionReader section)
    {
        KindTiming timing = new()
        {
            Schedule = ReadSchedule(section),
            SettleDelay = section.ReadDuration("settleDelay", TimeSpan.Zero, LongestSettleDelay),
            StartOffset = ReadOffset(section, "startOffset"),
            EndOffset = ReadOffset(section, "endOffset"),
        };
        if (timing.StartOffset is { } start && (timing.EndOffset ?? TimeSpan.Zero) - start < ShortestWindow)
        {
            section.Report("startOffset", "expected a time before endOffset (the scheduled time, where that is not given): windows begin there");
        }

        return timing;
    }

    /// <summary>Reads the key <c>schedule</c>; null when it is absent or wrong.</summary>
    public static Schedule? ReadSchedule(SectionReader section)
    {
        string? text = section.ReadString("schedule", _ => true, "\"hourly\", \"daily\" or \"cron(…)\"");
        if (text is null)
        {
            return null;
        }

        if (!Schedule.TryParse(text, out Schedule? schedule, out string? error))
        {
            section.Report("schedule", error);
        }

        return schedule;
    }

    private static TimeSpan? ReadOffset(SectionReader section, string key) =>
        section.ReadString(key, text => ParseOffset(text) is not null, OffsetExpectation) is { } offset ? ParseOffset(offset) : null;

    private static TimeSpan? ParseOffset(string text) =>
        IsoDuration.TryParse(text.StartsWith('-') ? text[1..] : text, out TimeSpan back)
        && back >= TimeSpan.Zero && back <= LongestOffset && (text[0] == '-' || back == TimeSpan.Zero)
            ? -back
            : null;
}
