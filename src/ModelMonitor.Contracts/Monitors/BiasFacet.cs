namespace ModelMonitor.Contracts.Monitors;

/// <summary>A column whose groups are compared: those with some values, or above a threshold, with all others.</summary>
/// <param name="Name">The column, by name or as text by index.</param>
/// <param name="Values">The values of the group that may be treated worse, numbers among them never thresholds; empty where a threshold says it, or for each value in turn.</param>
/// <param name="Threshold">The number above which a row is of that group; null where values say it.</param>
public sealed record BiasFacet(string Name, IReadOnlyList<string> Values, double? Threshold = null);
