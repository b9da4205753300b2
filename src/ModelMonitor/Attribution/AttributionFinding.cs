namespace ModelMonitor.Attribution;

/// <summary>What a run found of the attributions to one label, for <c>run.json</c>.</summary>
/// <param name="Label">The label.</param>
/// <param name="Gain">How much of the baseline's ranking is left, from 0 to 1; null when it was not compared.</param>
/// <param name="Threshold">The gain below which it has drifted.</param>
/// <param name="Violated">Whether it is below.</param>
/// <param name="Reason">Why it was not judged; null when it was.</param>
/// <param name="ExplainedRows">Rows with an explanation.</param>
/// <param name="Features">The features, the baseline's largest first.</param>
public sealed record AttributionFinding(
    string Label,
    double? Gain,
    double Threshold,
    bool Violated,
    string? Reason,
    long ExplainedRows,
    IReadOnlyList<FeatureAttribution> Features);
