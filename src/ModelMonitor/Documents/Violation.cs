namespace ModelMonitor.Documents;

/// <summary>A demand that a dataset does not meet.</summary>
/// <param name="FeatureName">The column; <c>Missing columns</c> or <c>Extra columns</c> for the two checks of the whole; of other kinds the metric.</param>
/// <param name="CheckType">The check, such as <c>data_type_check</c>.</param>
/// <param name="Description">What was expected and what observed.</param>
public sealed record Violation(string FeatureName, string CheckType, string Description);
