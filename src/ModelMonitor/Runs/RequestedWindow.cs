using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>The window that a request is about.</summary>
/// <param name="Window">The window.</param>
/// <param name="IsExplicit">Whether the request names it, rather than the time when the schedule fired.</param>
public sealed record RequestedWindow(TimeWindow Window, bool IsExplicit)
{
    private const string Source = "event";
    private const int FirstYear = 2000;

    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(31);

    /// <summary>How far the clocks of the schedule and of this machine may differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Finds the window of a request.</summary>
    /// <param name="request">The request, of which nothing is certain.</param>
    /// <param name="monitor">The monitor that it names.</param>
    /// <param name="now">The time, to tell whether the window is over.</param>
    /// <exception cref="ConfigurationException">The request tells no window that can be run; the message says what was expected.</exception>
    public static RequestedWindow Of(RunRequest request, MonitorDefinition monitor, DateTimeOffset now)
    {
        if (request is { Baseline: not null, Window: null })
        {
            throw new ConfigurationException(
                Source, "$.baseline", "expected \"window\" beside it: the windows of a schedule have the versions that were current at their ends.");
        }

        (string path, SchedulePeriod period) = request.Window is { } text
            ? ("$.window", Parse(text))
            : ("$.time", Due(request.Time, monitor));
        if (period.End > now + ClockTolerance)
        {
            throw new ConfigurationException(
                Source, path, $"the window {PeriodText.Format(period)} is not over; run it after its end.");
        }

        return new RequestedWindow(new TimeWindow(period.Start, period.End), request.Window is not null);
    }

    private static SchedulePeriod Parse(string text)
    {
        if (!PeriodText.TryParse(text, out SchedulePeriod period, out _))
        {
            throw new ConfigurationException(
                Source,
                "$.window",
                $"expected start and duration, such as 2026-11-22T10:00Z/PT1H, found \"{Excerpt.Of(Encoding.UTF8.GetBytes(text))}\"");
        }

        return period.Start.UtcDateTime.Year >= FirstYear && period.End - period.Start <= LongestWindow
            ? period
            : throw new ConfigurationException(
                Source,
                "$.window",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a window of at most {LongestWindow.Days} days after the year {FirstYear}, found {PeriodText.Format(period)}"));
    }

    private static SchedulePeriod Due(DateTimeOffset? time, MonitorDefinition monitor)
    {
        if (time is null)
        {
            throw new ConfigurationException(
                Source, "", "expected \"time\", when the schedule fired, or \"window\", such as \"2026-11-22T10:00Z/PT1H\"; found neither.");
        }

        return time.Value.UtcDateTime.Year >= FirstYear && monitor.WindowDueAt(time.Value) is { } due
            ? due
            : throw new ConfigurationException(
                Source,
                "$.time",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the schedule '{monitor.Schedule}' has no window that is over at {time.Value.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}."));
    }
}
