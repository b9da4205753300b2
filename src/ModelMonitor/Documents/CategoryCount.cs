namespace ModelMonitor.Documents;

/// <summary>How often one value of a column occurs.</summary>
public sealed record CategoryCount(string Value, long Count);
