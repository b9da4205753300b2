using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the items of <c>stages</c>.</summary>
internal static class StagesReader
{
    /// <summary>The most records that are read before a stage ends.</summary>
    private const int MostCleanWindows = 100;

    private static readonly TimeSpan ShortestStage = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestStage = TimeSpan.FromDays(366);

    /// <summary>Reads them; none when there is no such key.</summary>
    /// <param name="root">The monitor's file.</param>
    /// <param name="capture">What is captured, for stages that say how much.</param>
    public static IReadOnlyList<MonitorStage> Read(SectionReader root, CaptureSection capture)
    {
        IReadOnlyList<SectionReader> items = root.ReadSections("stages");
        List<MonitorStage> stages = new(items.Count);
        foreach (SectionReader item in items)
        {
            bool isLast = stages.Count == items.Count - 1;
            stages.Add(ReadStage(item, isLast, stages.Count == 0 ? null : stages[^1].Schedule, capture));
        }

        if (items.Count == 1)
        {
            root.Report("stages", "expected two stages at least; one alone is what schedule says");
        }

        return stages;
    }

    private static MonitorStage ReadStage(SectionReader item, bool isLast, Schedule? previous, CaptureSection capture)
    {
        MonitorStage stage = new(ReadSchedule(item, previous))
        {
            SamplingPercentage = item.ReadInteger("samplingPercentage", 0, 100),
            RelaxAfter = item.ReadDuration("relaxAfter", ShortestStage, LongestStage),
            CleanWindows = item.ReadInteger("cleanWindows", 1, MostCleanWindows) ?? 0,
        };
        if (item.Find("samplingPercentage") is not null && !capture.ConfigureEndpoint)
        {
            item.Report("samplingPercentage", "has an effect only where capture.configureEndpoint is true");
        }

        bool hasEnd = item.Find("relaxAfter") is not null || item.Find("cleanWindows") is not null;
        if (isLast && hasEnd)
        {
            item.Report("the last stage has no end; remove relaxAfter and cleanWindows");
        }
        else if (!isLast && item.Find("relaxAfter") is null)
        {
            item.Report("relaxAfter", "is missing; give how long the stage lasts at least, such as P14D");
        }

        item.Finish();
        return stage;
    }

    private static Schedule ReadSchedule(SectionReader item, Schedule? previous)
    {
        string? text = item.ReadRequiredString("schedule", _ => true, "\"hourly\", \"daily\" or \"cron(…)\"");
        if (text is null)
        {
            return Schedule.Hourly;
        }

        if (!Schedule.TryParse(text, out Schedule? schedule, out string? error))
        {
            item.Report("schedule", error);
            return Schedule.Hourly;
        }

        if (previous is not null && !schedule.FiresOnlyWith(previous))
        {
            item.Report("schedule", $"expected times at which the stage before it fires, too ({previous}), so that the windows of both meet");
        }

        return schedule;
    }
}
