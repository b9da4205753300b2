namespace ModelMonitor.Reports.Evidence;

/// <summary>Two distributions of a feature over the same bars, in shares of their own values, in [0, 1].</summary>
/// <param name="Bars">What the bars stand for: ranges of numbers, or categories.</param>
/// <param name="Baseline">The baseline's shares; null when it has no distribution.</param>
/// <param name="Current">The current shares; null when there is no distribution.</param>
/// <param name="Edges">Of numbers, where the bars begin and the last one ends; null for categories.</param>
internal sealed record Distribution(
    IReadOnlyList<string> Bars, IReadOnlyList<double>? Baseline, IReadOnlyList<double>? Current, IReadOnlyList<double>? Edges);
