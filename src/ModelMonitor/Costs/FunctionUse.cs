namespace ModelMonitor.Costs;

/// <summary>How long functions of one size worked.</summary>
/// <param name="Invocations">How many times they were invoked.</param>
/// <param name="Duration">How long they took in all.</param>
/// <param name="MemoryMegabytes">The memory that each has.</param>
public sealed record FunctionUse(long Invocations, TimeSpan Duration, int MemoryMegabytes);
