namespace ModelMonitor.Runs;

/// <summary>What looking into the objects of a window came to, before any shard is cut.</summary>
/// <param name="Layout">Which columns their rows fill.</param>
/// <param name="Divisible">The keys of those that are too large for a shard and can be read in parts.</param>
public sealed record InputSurvey(RowLayout Layout, IReadOnlyList<string> Divisible);
