namespace ModelMonitor.Reports.History;

/// <summary>A metric that runs of a monitor measure again and again.</summary>
/// <param name="Metric">Its name, such as <c>auc</c>.</param>
/// <param name="Facet">The column whose groups it compares, or the label it is of; null for none.</param>
/// <param name="Segment">The values of the group; null for none.</param>
internal sealed record HistorySeries(string Metric, string? Facet = null, string? Segment = null);
