namespace ModelMonitor.Baselines;

/// <summary>The baseline of one window's run.</summary>
/// <typeparam name="TBaseline">What a baseline of the monitor's kind says.</typeparam>
/// <param name="Baseline">What its data are compared with.</param>
/// <param name="Notes">What an operator should know of the choice.</param>
public sealed record WindowBaseline<TBaseline>(TBaseline Baseline, IReadOnlyList<string> Notes)
    where TBaseline : class, IBaseline;
