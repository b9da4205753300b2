namespace ModelMonitor.Quality.Documents;

/// <summary>What is demanded of a metric.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Threshold">What it is compared with: the baseline's value, unless someone changed it.</param>
/// <param name="Operator">When it is violated.</param>
public sealed record QualityConstraint(string Metric, double Threshold, ComparisonOperator Operator);
