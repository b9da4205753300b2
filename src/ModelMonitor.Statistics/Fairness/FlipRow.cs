namespace ModelMonitor.Statistics.Fairness;

/// <summary>What the flip test knows of a row besides its features.</summary>
/// <param name="IsSensitive">Whether it belongs to the sensitive facet.</param>
/// <param name="IsPositive">Whether the model's prediction is positive.</param>
/// <param name="Count">How often the row occurs, at least 1.</param>
public readonly record struct FlipRow(bool IsSensitive, bool IsPositive, long Count);
