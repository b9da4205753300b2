namespace ModelMonitor.Documents;

/// <summary>The statistics of a column of numbers, all finite.</summary>
/// <param name="Present">Rows with a value.</param>
/// <param name="Missing">Rows without.</param>
/// <param name="Mean">Sum divided by count.</param>
/// <param name="Sum">Sum of the values.</param>
/// <param name="StandardDeviation">Population standard deviation (divided by n).</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Distribution">Histogram and quantile sketch; null when the file has none.</param>
public sealed record NumericalStatistics(
    long Present,
    long Missing,
    double Mean,
    double Sum,
    double StandardDeviation,
    double Minimum,
    double Maximum,
    KllDistribution? Distribution)
{
    /// <summary>Estimated number of distinct values; null in files older than 2023.</summary>
    public long? ApproximateDistinctValues { get; init; }

    /// <summary>Share of rows with a value, in [0, 1]; null in files older than 2023.</summary>
    public double? Completeness { get; init; }
}
