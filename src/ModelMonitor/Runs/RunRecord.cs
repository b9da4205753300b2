using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>What became of a run: <c>run.json</c>, written last, so that its presence says the report is complete.</summary>
public sealed record RunRecord
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The span of event time; null when every event counted.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>The outcome in SageMaker's words.</summary>
    public required string Message { get; init; }

    /// <summary>The hash of everything the result depends on, from the plan.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The hash of the window and the objects read, from the plan.</summary>
    public required string InputFingerprint { get; init; }

    /// <summary>The engine that made the result.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Which baseline the data were compared with.</summary>
    public string? BaselineVersion { get; init; }

    /// <summary>Objects read.</summary>
    public int ObjectCount { get; init; }

    /// <summary>Their bytes, as stored.</summary>
    public long TotalBytes { get; init; }

    /// <summary>Shards they were cut into.</summary>
    public int ShardCount { get; init; }

    /// <summary>Rows profiled.</summary>
    public long Rows { get; init; }

    /// <summary>Rows read that belong to another window.</summary>
    public long RowsOutsideWindow { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>Cells that look like numbers that no double holds.</summary>
    public long UnusableNumbers { get; init; }

    /// <summary>The first unreadable places.</summary>
    public IReadOnlyList<UnreadableSample> UnreadableSamples { get; init; } = [];

    /// <summary>How many violations were found.</summary>
    public int Violations { get; init; }

    /// <summary>What was compared, feature by feature.</summary>
    public IReadOnlyList<FeatureFinding> Features { get; init; } = [];

    /// <summary>When the run began, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double DurationSeconds { get; init; }
}
