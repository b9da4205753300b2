namespace ModelMonitor.Bias;

/// <summary>The metrics of a facet.</summary>
/// <param name="Facet">The facet's column.</param>
/// <param name="ValueOrThreshold">Its values, joined by commas, or its interval, as Clarify writes them.</param>
/// <param name="SensitiveRows">Rows of the sensitive facet.</param>
/// <param name="OtherRows">Rows outside it.</param>
/// <param name="Metrics">The metrics, those of a stage by name.</param>
internal sealed record MeasuredFacet(
    string Facet, string ValueOrThreshold, long SensitiveRows, long OtherRows, IReadOnlyList<MeasuredMetric> Metrics);
