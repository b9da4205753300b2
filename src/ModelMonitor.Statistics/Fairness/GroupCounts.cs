namespace ModelMonitor.Statistics.Fairness;

/// <summary>Counts of the rows of one value of the group variable, by one outcome (label or prediction).</summary>
/// <param name="SensitiveNegative">Rows of the sensitive facet with the negative outcome.</param>
/// <param name="SensitivePositive">Rows of the sensitive facet with the positive outcome.</param>
/// <param name="Negative">All rows with the negative outcome.</param>
/// <param name="Positive">All rows with the positive outcome.</param>
public readonly record struct GroupCounts(long SensitiveNegative, long SensitivePositive, long Negative, long Positive);
