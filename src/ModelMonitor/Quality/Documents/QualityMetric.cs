namespace ModelMonitor.Quality.Documents;

/// <summary>A metric of model quality as <c>statistics.json</c> has it.</summary>
/// <param name="Name">Its name, such as <c>auc</c>.</param>
/// <param name="Value">Its value; null when the rows do not define it.</param>
public sealed record QualityMetric(string Name, double? Value)
{
    /// <summary>
    /// Its standard deviation over subsamples of 80 % of the rows; NaN where SageMaker's files have the text <c>"NaN"</c>,
    /// null where there is none.
    /// </summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The lower end of its confidence interval; null when unknown, as in SageMaker's files.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end; null when unknown.</summary>
    public double? High { get; init; }

    /// <summary>Why there is no value, or why an end of the interval is unknown; null otherwise.</summary>
    public string? Reason { get; init; }
}
