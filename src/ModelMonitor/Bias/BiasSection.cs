namespace ModelMonitor.Bias;

/// <summary>The metrics of a stage.</summary>
/// <param name="Label">The label's column.</param>
/// <param name="LabelValueOrThreshold">The values of a positive label, or its interval; null when the file has none.</param>
/// <param name="Facets">The facets; those of a column follow each other.</param>
public sealed record BiasSection(string Label, string? LabelValueOrThreshold, IReadOnlyList<FacetAnalysis> Facets)
{
    /// <summary>The facets of a column.</summary>
    public IReadOnlyList<FacetAnalysis> Find(string column) =>
        [.. Facets.Where(facet => string.Equals(facet.Facet, column, StringComparison.Ordinal))];
}
