namespace ModelMonitor.Runs;

/// <summary>What a run found of one feature, for <c>run.json</c>.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Type">Its inferred type in the run's data.</param>
/// <param name="Completeness">Share of its cells that hold a value, in [0, 1].</param>
/// <param name="Method">How the distance from the baseline was measured; null when it was not.</param>
/// <param name="Distance">The distance; null when it was not measured.</param>
/// <param name="Threshold">What it was compared with; null when it was not.</param>
/// <param name="Drifted">Whether the distance violates the threshold.</param>
/// <param name="Note">Why it was not measured; null when it was.</param>
public sealed record FeatureFinding(
    string Name, string Type, double Completeness, string? Method, double? Distance, double? Threshold, bool Drifted, string? Note);
