namespace ModelMonitor.Baselines;

/// <summary>The baseline of one window's run.</summary>
/// <param name="Baseline">What its data are compared with.</param>
/// <param name="Notes">What an operator should know of the choice.</param>
public sealed record WindowBaseline(Baseline Baseline, IReadOnlyList<string> Notes);
