using System.CommandLine.Parsing;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Reading;

namespace ModelMonitor.Cli.Options;

/// <summary>Parses the argument of <c>--window</c>.</summary>
internal static class WindowParser
{
    /// <summary>Parses it; a time without offset is UTC.</summary>
    public static TimeWindow? Parse(ArgumentResult result)
    {
        if (PeriodText.TryParse(result.Tokens[0].Value, out SchedulePeriod period, out string? error))
        {
            return new TimeWindow(period.Start, period.End);
        }

        result.AddError($"--window: {error}");
        return null;
    }
}
