using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Drift;

/// <summary>How many windows a monitor looks at in a month.</summary>
public static class MonthlyWindows
{
    private const int Most = 50_000;
    private static readonly TimeSpan Sample = TimeSpan.FromDays(28);
    private static readonly double Months = 730.0 / Sample.TotalHours;

    /// <summary>The windows of four weeks, brought to a month of 730 hours; at least 1.</summary>
    public static double Of(MonitorDefinition monitor)
    {
        if (monitor.Schedule.Text is "hourly")
        {
            return 730.0;
        }

        DateTimeOffset end = new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset start = end - Sample;
        int count = 0;
        while (count < Most && monitor.Schedule.LastCompletePeriod(end) is SchedulePeriod period && period.End > start)
        {
            count++;
            end = period.End.AddMinutes(-1);
        }

        return Math.Max(1.0, count * Months);
    }
}
