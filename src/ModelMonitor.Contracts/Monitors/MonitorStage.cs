using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>How densely a monitor looks for a time. It goes from stage to stage, and begins again with every baseline.</summary>
/// <param name="Schedule">When it runs; each firing is also one of the stage before.</param>
public sealed record MonitorStage(Schedule Schedule)
{
    /// <summary>The percentage of requests that the endpoint captures meanwhile, 0 to 100; null for what <see cref="CaptureSection"/> says.</summary>
    public int? SamplingPercentage { get; init; }

    /// <summary>How long the stage lasts at least; null for the last, which lasts until there is another baseline.</summary>
    public TimeSpan? RelaxAfter { get; init; }

    /// <summary>How many windows on end must have been judged without violations before it ends; the default is none.</summary>
    public int CleanWindows { get; init; }
}
