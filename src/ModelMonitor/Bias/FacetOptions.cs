namespace ModelMonitor.Bias;

/// <summary>A column, and which of its values make the sensitive facet.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">
/// The values; one number is a threshold where the column is continuous, and one interval such as <c>(30, 60]</c> takes the numbers in it.
/// Empty for each value of the column against the others.
/// </param>
public sealed record FacetOptions(string Column, IReadOnlyList<string> Values);
