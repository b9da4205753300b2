using ModelMonitor.Reading;

namespace ModelMonitor.Runs.Failures;

/// <summary>A run that failed, as it is kept beside the plans of its window.</summary>
public sealed record FailureRecord
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name, as the execution gave it.</summary>
    public required string Monitor { get; init; }

    /// <summary>The window; null when nobody can tell it.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>What went wrong, in one line.</summary>
    public required string Message { get; init; }

    /// <summary>The plan of the run; null when planning failed.</summary>
    public string? PlanKey { get; init; }

    /// <summary>The execution, to find its history.</summary>
    public string? Execution { get; init; }
}
