namespace ModelMonitor.Runs;

/// <summary>Estimates what a run on AWS cost, at the public prices of us-east-1 of 2025, without the free tier.</summary>
/// <remarks>
/// Lambda on x86_64: 0.0000166667 USD a GB-second and 0.20 USD a million requests. Step Functions: 0.025 USD for
/// 1,000 transitions of the Standard workflow; its Express children 1.00 USD a million, and 0.00001667 USD a
/// GB-second in steps of 64 MB. S3: 0.40 USD a million reads, 5.00 USD a million writes and listings. Storage,
/// metrics, alarms and logs come by the month and are left out, as is what failed attempts took.
/// </remarks>
/// <param name="megabytes">The memory of the functions.</param>
public sealed class RunCost(int megabytes)
{
    private const double GigabyteSecond = 0.0000166667;
    private const double FunctionRequest = 0.20 / 1e6;
    private const double Transition = 0.025 / 1e3;
    private const double ExpressRequest = 1.00 / 1e6;
    private const double ExpressSecond = 0.00001667 * 64 / 1024;
    private const double StoreRead = 0.40 / 1e6;
    private const double StoreWrite = 5.00 / 1e6;

    /// <summary>States that an execution enters for a window, on its way from the start to the end.</summary>
    private const int TransitionsOfWindow = 10;

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
    public double Estimate(int shards, TimeSpan rest)
    {
        double profiling = _milliseconds / 1000.0;
        double gigabyteSeconds = (profiling + Math.Max(0.0, rest.TotalSeconds)) * megabytes / 1024;
        return gigabyteSeconds * GigabyteSecond
            + (shards + 2) * FunctionRequest
            + TransitionsOfWindow * Transition
            + shards * ExpressRequest + profiling * ExpressSecond
            + (_segments + 2 * shards) * StoreRead
            + (WritesOfWindow + _shards) * StoreWrite;
    }
}
