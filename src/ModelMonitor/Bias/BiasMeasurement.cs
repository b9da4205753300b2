namespace ModelMonitor.Bias;

/// <summary>The metrics of all facets.</summary>
/// <param name="LabelValueOrThreshold">The values of a positive label, or its interval.</param>
/// <param name="Facets">The facets; a column without given values has one for each of its values.</param>
internal sealed record BiasMeasurement(string LabelValueOrThreshold, IReadOnlyList<MeasuredFacet> Facets);
