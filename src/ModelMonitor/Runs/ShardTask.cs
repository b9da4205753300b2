namespace ModelMonitor.Runs;

/// <summary>An item of <c>shards.json</c>: all that a function needs to be told to profile a shard.</summary>
/// <param name="PlanKey">The plan the shard is of.</param>
/// <param name="Shard">What to read.</param>
public sealed record ShardTask(string PlanKey, Shard Shard);
