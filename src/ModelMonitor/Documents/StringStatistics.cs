namespace ModelMonitor.Documents;

/// <summary>The statistics of a column of text.</summary>
/// <param name="Present">Rows with a value.</param>
/// <param name="Missing">Rows without.</param>
/// <param name="DistinctCount">Estimated number of distinct values.</param>
/// <param name="Categories">How often each value occurs; null when the values are too many.</param>
public sealed record StringStatistics(
    long Present, long Missing, double DistinctCount, IReadOnlyList<CategoryCount>? Categories)
{
    /// <summary>Share of rows with a value, in [0, 1]; null in files older than 2023.</summary>
    public double? Completeness { get; init; }
}
