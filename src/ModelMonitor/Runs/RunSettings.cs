using ModelMonitor.Capture;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>What a run is asked to do.</summary>
public sealed record RunSettings
{
    /// <summary>The size of a shard in bytes unless told otherwise: 64 MiB, seconds of work for one function.</summary>
    public const long DefaultShardBytes = 64L << 20;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The endpoint whose captures are read, for the record; null for none in particular.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The endpoint's variant, for the record; null for none in particular.</summary>
    public string? Variant { get; init; }

    /// <summary>Where captures are read from.</summary>
    public required IObjectStore Input { get; init; }

    /// <summary>What the keys of the input start with; empty for the whole store.</summary>
    public string InputPrefix { get; init; } = "";

    /// <summary>How the input is encoded.</summary>
    public InputFormat Format { get; init; } = InputFormat.Capture;

    /// <summary>Where plan, states and results are written.</summary>
    public required IObjectStore Artifacts { get; init; }

    /// <summary>What the keys of the result documents start with; empty or ending in a slash.</summary>
    public string ReportPrefix { get; init; } = "";

    /// <summary>What the keys of a baseline without a version start with, for the record, where it lies in <see cref="Artifacts"/>; null for none.</summary>
    public string? BaselinePrefix { get; init; }

    /// <summary>What the key of the plan starts with; ending in a slash.</summary>
    public string WorkPrefix { get; init; } = "work/";

    /// <summary>What the keys of shard states start with; ending in a slash.</summary>
    public string StatePrefix { get; init; } = "work/";

    /// <summary>The span of event time, null for every event.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>
    /// Whether <see cref="InputPrefix"/> is followed by <c>yyyy/MM/dd/HH/</c>, so that only the hours around
    /// the window need be listed. Otherwise everything is listed, and hours in the keys are used if there are any.
    /// </summary>
    public bool IsHourPartitioned { get; init; }

    /// <summary>Where the endpoint's output stands in a row.</summary>
    public OutputPosition OutputPosition { get; init; }

    /// <summary>
    /// How far past an hour's ends its files are looked for: a file begun shortly before the window can hold
    /// its first events, one begun shortly after it the last. Default 10 minutes, at most one hour.
    /// </summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most bytes of a shard. Default 64 MiB.</summary>
    public long ShardBytes { get; init; } = DefaultShardBytes;

    /// <summary>
    /// Whether the plan and the states of the shards are stored, so that a run that was broken off or whose data
    /// arrived late reads only what is new, and longer windows can be merged from shorter ones. Default false.
    /// </summary>
    public bool KeepStates { get; init; }

    /// <summary>
    /// What the keys of the reports of the windows before start with, oldest first, for a number of windows; null where none are known.
    /// </summary>
    public Func<int, IReadOnlyList<string>>? EarlierReports { get; init; }

    /// <summary>
    /// Where the ground truth is that kinds of monitors join to their rows; null, the default, for none: then rows that have
    /// labels have them as a column of their own.
    /// </summary>
    public GroundTruthSource? GroundTruth { get; init; }

    /// <summary>The clock that tells how long shards take. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many shards are profiled at once. Default 1.</summary>
    public int Threads { get; init; } = 1;
}
