namespace ModelMonitor.Runs;

/// <summary>What a run found of one metric of model quality, for <c>run.json</c>.</summary>
/// <param name="Name">The metric, such as <c>auc</c>.</param>
/// <param name="Value">Its value; null when the window's rows do not define it.</param>
/// <param name="StandardDeviation">Its standard deviation over subsamples of 80 % of the rows, as SageMaker's files have it; null when unknown.</param>
/// <param name="Low">The lower end of its confidence interval; null when unknown.</param>
/// <param name="High">The upper end; null when unknown.</param>
/// <param name="Threshold">What it was compared with; null when it was not, as where significance wants an interval that there is not.</param>
/// <param name="Violated">Whether it violates the threshold.</param>
/// <param name="Reason">Why there is no value, such as <c>no_positive_labels</c>, or why an end of the interval is unknown, such as <c>too_few_rows</c>; null otherwise.</param>
public sealed record QualityFinding(
    string Name, double? Value, double? StandardDeviation, double? Low, double? High, double? Threshold, bool Violated, string? Reason);
