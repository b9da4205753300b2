namespace ModelMonitor.Bias;

/// <summary>A metric in a file.</summary>
/// <param name="Name">Its abbreviation.</param>
/// <param name="Description">What it is called.</param>
/// <param name="Value">Its value, also infinite; null when there is none.</param>
/// <param name="Error">Why there is none; null when there is one.</param>
public sealed record MetricAnalysis(string Name, string Description, double? Value, string? Error = null);
