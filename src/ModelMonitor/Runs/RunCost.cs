using ModelMonitor.Costs;

namespace ModelMonitor.Runs;

/// <summary>Adds up what a run on AWS uses, and estimates what it cost.</summary>
/// <remarks>What failed attempts took is left out, as is what comes by the month.</remarks>
/// <param name="megabytes">The memory of the functions.</param>
public sealed class RunCost(int megabytes)
{
    /// <summary>States that an execution enters for a window, on its way from the start to the end.</summary>
    internal const int TransitionsOfWindow = 10;

    /// <summary>Listings and writes of planning and evaluating a window.</summary>
    private const int WritesOfWindow = 12;

    private long _milliseconds;
    private int _shards;
    private int _segments;

    /// <summary>Takes in a shard that was profiled for this run.</summary>
    /// <param name="milliseconds">How long it took.</param>
    public void AddShard(long milliseconds)
    {
        Interlocked.Add(ref _milliseconds, milliseconds);
        Interlocked.Increment(ref _shards);
    }

    /// <summary>Takes in how many objects, or parts of them, the run is made of.</summary>
    public void AddSegments(int count) => Interlocked.Add(ref _segments, count);

    /// <summary>The estimate in US dollars.</summary>
    /// <param name="shards">The shards of the plan; those that were not profiled for this run cost an invocation all the same.</param>
    /// <param name="rest">How long planning and evaluating took.</param>
    public double Estimate(int shards, TimeSpan rest) => new RunUsage
    {
        Functions = [new FunctionUse(2, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, megabytes)],
        Children = new FunctionUse(shards, TimeSpan.FromMilliseconds(_milliseconds), megabytes),
        StateTransitions = TransitionsOfWindow,
        Reads = _segments + 2 * shards,
        Writes = WritesOfWindow + _shards,
    }.EstimateUsd();
}
