namespace ModelMonitor.Quality.Documents;

/// <summary>The metrics of one class of several.</summary>
/// <param name="Name">The class.</param>
/// <param name="Support">How many rows are of it.</param>
/// <param name="Metrics">Its recall, precision and F1.</param>
public sealed record ClassQuality(string Name, long Support, IReadOnlyList<QualityMetric> Metrics);
