namespace ModelMonitor.Quality.Documents;

/// <summary>A metric that does not meet its threshold.</summary>
/// <param name="CheckType">The comparison, such as <c>LessThanThreshold</c>.</param>
/// <param name="Description">What was found and what was demanded.</param>
/// <param name="MetricName">The metric.</param>
public sealed record QualityViolation(string CheckType, string Description, string MetricName);
