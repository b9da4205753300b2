using System.Text.Json.Serialization;
using ModelMonitor.Capture;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>What a run will read and how, written as <c>plan.json</c> before any row is read, with its shards beside it.</summary>
/// <remarks>
/// The plan settles everything that shards could otherwise disagree on (which columns a positional payload
/// has, which events belong to the window), so that the result does not depend on how the work was cut or on
/// who finished first. It tells no time of its own: equal input gives an equal plan, byte for byte.
/// </remarks>
public sealed record RunPlan
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 2;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The span of event time; null when every event counts.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>How the objects are encoded.</summary>
    public required InputFormat Format { get; init; }

    /// <summary>Which columns rows fill: one answer, or where a longer window is made of hours the different answers of its hours.</summary>
    public required IReadOnlyList<RowLayout> Layouts { get; init; }

    /// <summary>Where the endpoint's output stands in a row.</summary>
    public OutputPosition OutputPosition { get; init; }

    /// <summary>A hash of the window and of the objects' keys, sizes and ETags: it changes when data arrive late.</summary>
    public required string InputFingerprint { get; init; }

    /// <summary>A hash of the baseline and of all options that change the result.</summary>
    public required string OptionsFingerprint { get; init; }

    /// <summary>A hash of the rules and the script that rows go through before they are profiled; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RowsFingerprint { get; init; }

    /// <summary>
    /// A hash of everything the result depends on: the objects, the window, the layout, the baseline, the
    /// options and the version of the engine's states. Two plans of the same fingerprint have the same result.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>The baseline that was current; null for one that has no version.</summary>
    public string? BaselineVersion { get; init; }

    /// <summary>How many objects are read, whole or in part.</summary>
    public int ObjectCount { get; init; }

    /// <summary>Their bytes, as stored.</summary>
    public long TotalBytes { get; init; }

    /// <summary>How many shards they are cut into.</summary>
    public int ShardCount { get; init; }

    /// <summary>What should be read and could not be found: damaged manifests, and objects that manifests name.</summary>
    public long Unreadable { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<UnreadableSample> UnreadableSamples { get; init; } = [];

    /// <summary>What an operator should know beforehand, such as objects too large for one function.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A hash of the objects with labels that shards join their rows with; null where none do.</summary>
    public string? LabelsFingerprint { get; init; }

    /// <summary>Those objects, in the order they are read. Stored apart, as <c>labels.json</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<LabelObject> Labels { get; init; } = [];

    /// <summary>The pieces of work; their order is the order of merging. Stored apart, as <c>shards.json</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<Shard> Shards { get; init; } = [];
}
