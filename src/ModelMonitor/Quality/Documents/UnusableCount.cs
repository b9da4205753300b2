namespace ModelMonitor.Quality.Documents;

/// <summary>Rows that were left out for a reason.</summary>
/// <param name="Reason">The reason, such as <c>missing_label</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">Some of the texts at fault.</param>
public sealed record UnusableCount(string Reason, long Count, IReadOnlyList<string> Samples);
