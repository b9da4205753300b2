namespace ModelMonitor.Bias;

/// <summary>The metrics of a facet in a file.</summary>
/// <param name="Facet">Its column.</param>
/// <param name="ValueOrThreshold">Its values or interval.</param>
/// <param name="Metrics">The metrics, by name.</param>
public sealed record FacetAnalysis(string Facet, string ValueOrThreshold, IReadOnlyList<MetricAnalysis> Metrics);
