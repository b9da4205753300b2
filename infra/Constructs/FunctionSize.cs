namespace ModelMonitor.Infra.Constructs;

/// <summary>A function's memory, with which its share of a processor grows, and how long it may take.</summary>
/// <param name="MemoryMegabytes">The memory; 1,769 MB are one processor.</param>
/// <param name="TimeoutSeconds">The time; Lambda allows 900 seconds.</param>
/// <param name="Purpose">What the function does, for its description.</param>
internal sealed record FunctionSize(int MemoryMegabytes, int TimeoutSeconds, string Purpose)
{
    /// <summary>The disk, which takes one Parquet file at a time; the default is Lambda's 512 MB, the most 10,240.</summary>
    public int DiskMegabytes { get; init; } = 512;
}
