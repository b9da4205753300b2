using System.Runtime.InteropServices;
using ModelMonitor.Runs;

namespace ModelMonitor.Costs;

/// <summary>What watching an hour of traffic takes, or a window of several, on paper: shards, time and cost, from measured figures and stated assumptions.</summary>
/// <param name="RowsPerHour">The rows captured in an hour.</param>
public sealed record HourlyLoad(long RowsPerHour)
{
    /// <summary>The bytes of a captured row of a prediction and twenty features, as in docs/performance.md: 272 MB for 500,000.</summary>
    public const double BytesPerRow = 544;

    /// <summary>
    /// What one function reads from S3 and profiles, in bytes a second: Lambda's network carries about 600 Mbit/s to
    /// a function, which is a quarter of what one processor profiles (docs/performance.md).
    /// </summary>
    public const double BytesPerSecond = 70e6;

    /// <summary>The most a shard's state takes: 21 numeric columns whose sketches are full.</summary>
    public const double BytesPerState = 1e6;

    /// <summary>The memory of the functions that profile and judge: one whole processor.</summary>
    public const int MemoryMegabytes = 1769;

    /// <summary>The memory of the function that plans.</summary>
    public const int PlanMemoryMegabytes = 512;

    /// <summary>What an invocation takes besides its data: a start now and then, the plan, requests' first bytes.</summary>
    public static readonly TimeSpan Overhead = TimeSpan.FromMilliseconds(200);

    /// <summary>What merging one state takes.</summary>
    public static readonly TimeSpan Merge = TimeSpan.FromMilliseconds(2);

    /// <summary>The wait, the plan, the map without windows and the end.</summary>
    private const int TransitionsOfIdleFiring = 6;

    /// <summary>The baseline and the stages.</summary>
    private const int ReadsOfIdleFiring = 8;

    private const long LeastObjects = 60;
    private const double ObjectsPerListing = 1000;

    /// <summary>How many shards are profiled at once; the default is a monitor's.</summary>
    public int MaxConcurrency { get; init; } = 100;

    /// <summary>The functions' processor; the default is x86_64.</summary>
    public Architecture Processor { get; init; } = Architecture.X64;

    /// <summary>The hours of the window, of which each has shards of its own; the default is one.</summary>
    public int Hours { get; init; } = 1;

    /// <summary>The bytes captured in the window.</summary>
    public double Bytes => RowsPerHour * BytesPerRow * Hours;

    /// <summary>The shards of the window.</summary>
    public long Shards => Hours * Math.Max(1, (long)Math.Ceiling(Bytes / Hours / RunSettings.DefaultShardBytes));

    /// <summary>How many shards are profiled at once.</summary>
    public long Concurrency => Math.Min(Shards, MaxConcurrency);

    /// <summary>How long a shard takes.</summary>
    public TimeSpan ShardDuration => Overhead + TimeSpan.FromSeconds(Bytes / Shards / BytesPerSecond);

    /// <summary>From the planning of a run to its report.</summary>
    public TimeSpan RunDuration =>
        PlanDuration + Math.Ceiling((double)Shards / Concurrency) * ShardDuration + EvaluateDuration;

    /// <summary>What a firing costs that finds no window due, as in a stage whose schedule is sparser than the rule, in US dollars.</summary>
    public double IdleCostUsd => new RunUsage
    {
        Functions = [new FunctionUse(1, Overhead, PlanMemoryMegabytes)],
        StateTransitions = TransitionsOfIdleFiring,
        Reads = ReadsOfIdleFiring,
        Processor = Processor,
    }.EstimateUsd();

    /// <summary>What the run of a window costs, in US dollars.</summary>
    public double CostUsd => new RunUsage
    {
        Functions =
        [
            new FunctionUse(1, PlanDuration, PlanMemoryMegabytes),
            new FunctionUse(1, EvaluateDuration, MemoryMegabytes),
        ],
        Children = new FunctionUse(Shards, Shards * ShardDuration, MemoryMegabytes),
        StateTransitions = RunCost.TransitionsOfWindow,
        Reads = Objects + 4 * Shards,
        Writes = Shards + 12 + (long)Math.Ceiling(Objects / ObjectsPerListing),
        Processor = Processor,
    }.EstimateUsd();

    /// <summary>SageMaker rotates capture files about once a minute, and large ones go into several shards.</summary>
    private long Objects => Math.Max(LeastObjects * Hours, Shards);

    private static TimeSpan PlanDuration => 2 * Overhead;

    private TimeSpan EvaluateDuration =>
        Overhead + Shards * (Merge + TimeSpan.FromSeconds(Math.Min(BytesPerState, Bytes / Shards) / BytesPerSecond));
}
