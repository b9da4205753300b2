namespace ModelMonitor.Bias;

/// <summary>A column, and which of its values make the sensitive facet.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">
/// The values, or one threshold, as <paramref name="Match"/> says; one interval such as <c>(30, 60]</c> takes the numbers in it.
/// Empty for each value of the column against the others.
/// </param>
/// <param name="Match">How they are meant. The default is as Clarify reads its own files.</param>
public sealed record FacetOptions(string Column, IReadOnlyList<string> Values, ValueMatch Match = ValueMatch.AsClarify);
