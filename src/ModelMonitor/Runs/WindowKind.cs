namespace ModelMonitor.Runs;

/// <summary>A monitor's kind for one window, with the baseline that its run uses whatever becomes of it meanwhile.</summary>
/// <typeparam name="TState">What is kept of the rows.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Notes">What an operator should know of the baseline.</param>
public sealed record WindowKind<TState>(IMonitorKind<TState> Kind, IReadOnlyList<string> Notes)
    where TState : ModelMonitor.Statistics.IMergeableState<TState>;
