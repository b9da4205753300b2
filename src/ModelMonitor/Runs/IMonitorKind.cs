using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>
/// What is particular to a kind of monitor (data quality, model quality, bias, attribution): its state, how
/// rows get into it, and how state and baseline become documents and findings. The run lifecycle knows no more.
/// </summary>
/// <typeparam name="TState">What is kept of the rows.</typeparam>
public interface IMonitorKind<TState> : IRowProfiler<TState>
    where TState : IMergeableState<TState>
{
    /// <summary>A hash of the baseline and of all options that change the result.</summary>
    string OptionsFingerprint { get; }

    /// <summary>Which baseline data are compared with; null when it has no version.</summary>
    string? BaselineVersion { get; }

    /// <summary>How many windows before one it learns from when it judges; the default is none.</summary>
    int EarlierRuns => 0;

    /// <summary>The kind for a window, with what it has to know of earlier ones; the default knows nothing.</summary>
    /// <param name="artifacts">Where reports and baselines are.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="window">The window; null for every event.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IMonitorKind<TState>> LookBackAsync(
        IObjectStore artifacts, MonitorDefinition monitor, TimeWindow? window, CancellationToken cancellationToken) => Task.FromResult(this);

    /// <summary>Judges the merged state of a run.</summary>
    RunFindings Evaluate(TState state);

    /// <summary>Judges the merged state of a run, with what else is known of its window.</summary>
    /// <param name="state">The state.</param>
    /// <param name="context">What is known, with records of up to <see cref="EarlierRuns"/> windows before.</param>
    RunFindings Evaluate(TState state, WindowContext context) => Evaluate(state);

    /// <summary>Keeps what judging came upon that spares later runs work; the default is nothing.</summary>
    Task KeepAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
