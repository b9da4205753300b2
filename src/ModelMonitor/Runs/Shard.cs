using System.Text.Json.Serialization;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>A piece of a run that one worker profiles: some objects, or parts of them, in key order.</summary>
/// <param name="StateKey">
/// Where its state is stored: a hash of what it reads and how, so that work already done is found again.
/// </param>
/// <param name="Segments">What is read.</param>
public sealed record Shard(string StateKey, IReadOnlyList<ShardSegment> Segments)
{
    /// <summary>The hour whose events it is to keep, where a longer window is made of hours; null for the plan's window.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The number of the shard in its window, from 0, where its records are written together with their labels; else null.</summary>
    public int? Part { get; init; }

    /// <summary>Which of <see cref="RunPlan.Layouts"/> its rows have.</summary>
    public int Layout { get; init; }

    /// <summary>The bytes of all segments.</summary>
    [JsonIgnore]
    public long Bytes => Segments.Sum(segment => segment.Length);
}
