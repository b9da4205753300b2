namespace ModelMonitor.Bias;

/// <summary>How much each feature adds to a label, on the whole.</summary>
/// <param name="Label">The label, such as <c>label0</c>.</param>
/// <param name="Values">The features and their global attributions, in the file's order.</param>
/// <param name="ExpectedValue">What the model predicts without knowing any feature; null when unknown.</param>
public sealed record LabelAttributions(string Label, IReadOnlyList<KeyValuePair<string, double>> Values, double? ExpectedValue);
