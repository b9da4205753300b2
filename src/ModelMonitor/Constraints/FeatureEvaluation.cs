using ModelMonitor.Drift;

namespace ModelMonitor.Constraints;

/// <summary>What the evaluation found of one feature of the baseline.</summary>
/// <param name="Name">The column.</param>
/// <param name="Settings">How strictly it was checked, and whether its metrics are to be published.</param>
/// <param name="Drift">How far it is from its baseline.</param>
public sealed record FeatureEvaluation(string Name, CheckSettings Settings, DriftResult Drift);
