using ModelMonitor.Capture;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>What a run will read and how, written as <c>plan.json</c> before any row is read.</summary>
/// <remarks>
/// The plan settles everything that shards could otherwise disagree on (which columns a positional payload
/// has, which events belong to the window), so that the result does not depend on how the work was cut or on
/// who finished first.
/// </remarks>
public sealed record RunPlan
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The span of event time; null when every event counts.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>How the objects are encoded.</summary>
    public required InputFormat Format { get; init; }

    /// <summary>The columns known beforehand, in the order of the baseline.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The columns that fields without names fill, in order; null when all fields are named.</summary>
    public IReadOnlyList<string>? Positional { get; init; }

    /// <summary>Where the endpoint's output stands in a row.</summary>
    public OutputPosition OutputPosition { get; init; }

    /// <summary>A hash of the window and of the objects' keys, sizes and ETags: it changes when data arrive late.</summary>
    public required string InputFingerprint { get; init; }

    /// <summary>
    /// A hash of everything the result depends on: the objects, the window, the layout, the baseline, the
    /// options and the version of the engine's states. Two plans of the same fingerprint have the same result.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>How many objects are read, whole or in part.</summary>
    public int ObjectCount { get; init; }

    /// <summary>Their bytes, as stored.</summary>
    public long TotalBytes { get; init; }

    /// <summary>What should be read and could not be found: damaged manifests, and objects that manifests name.</summary>
    public long Unreadable { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<UnreadableSample> UnreadableSamples { get; init; } = [];

    /// <summary>The pieces of work; their order is the order of merging.</summary>
    public required IReadOnlyList<Shard> Shards { get; init; }
}
