namespace ModelMonitor.Baselines.Differences;

/// <summary>One difference between two baselines.</summary>
/// <param name="Kind">What is different.</param>
/// <param name="Subject">What it is called, such as <c>mean</c> or <c>least completeness</c>.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
/// <param name="Weight">How much it matters, for the order: for distributions 1 is the threshold, for numbers 1 is a standard deviation.</param>
public sealed record BaselineChange(
    BaselineChangeKind Kind, string Subject, ChangedValue Before, ChangedValue After, double Weight);
