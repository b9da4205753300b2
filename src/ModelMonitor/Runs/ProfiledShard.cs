using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>What profiling a shard came to, whatever the kind.</summary>
/// <param name="Reading">Rows, and what could not be read.</param>
/// <param name="WorkMilliseconds">How long the reading took.</param>
public sealed record ProfiledShard(ReadingReport Reading, long WorkMilliseconds);
