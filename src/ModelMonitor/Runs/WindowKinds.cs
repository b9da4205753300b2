using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Gives a monitor's kind for a window or a plan, with the right version of the baseline.</summary>
public static class WindowKinds
{
    /// <summary>The kind of a monitor for a window.</summary>
    /// <param name="factory">Makes the kind.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="baselines">Its baselines.</param>
    /// <param name="window">The window.</param>
    /// <param name="record">The record of an earlier run of it; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">
    /// The monitor fits neither the window's version nor the current one, or a file is damaged.
    /// </exception>
    public static async Task<WindowKind<TState>> ChooseAsync<TState, TBaseline>(
        IKindFactory<TState, TBaseline> factory,
        MonitorDefinition monitor,
        WindowBaselines<TBaseline> baselines,
        TimeWindow window,
        RunRecord? record,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
        where TBaseline : class, IBaseline
    {
        WindowBaseline<TBaseline> chosen = await baselines.ChooseAsync(window, record, cancellationToken).ConfigureAwait(false);
        try
        {
            return new WindowKind<TState>(factory.Create(monitor, chosen.Baseline, SourceOf(monitor)), chosen.Notes);
        }
        catch (ConfigurationException) when (chosen.Baseline.Version != baselines.Standard.Version)
        {
            // The monitor goes with the current version; an old window must not hold up the others for that.
            string note = $"Version {chosen.Baseline.Version} of the baseline lacks a column that the monitor names now; the current one is used.";
            return new WindowKind<TState>(factory.Create(monitor, baselines.Standard, SourceOf(monitor)), [note]);
        }
    }

    /// <summary>The kind that a plan was made with.</summary>
    /// <param name="factory">Makes the kind.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="monitor">The monitor as it is now.</param>
    /// <param name="artifacts">Where its baselines are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">The baseline is gone, or it or the monitor has changed since.</exception>
    public static async Task<IMonitorKind<TState>> FindAsync<TState, TBaseline>(
        IKindFactory<TState, TBaseline> factory, RunPlan plan, MonitorDefinition monitor, IObjectStore artifacts, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
        where TBaseline : class, IBaseline
    {
        string folder = plan.BaselineVersion is { } version
            ? ObjectKeys.BaselineFolder(monitor.Name, version)
            : ObjectKeys.BaselinesOf(monitor.Name);
        BaselineDocuments documents = await BaselineReader.ReadDocumentsAsync(
            artifacts, folder, folder, factory.Baselines, cancellationToken).ConfigureAwait(false);
        TBaseline baseline = factory.ReadBaseline(documents with { Version = plan.BaselineVersion });
        IMonitorKind<TState> kind = factory.Create(monitor, baseline, SourceOf(monitor));
        return kind.OptionsFingerprint == plan.OptionsFingerprint
            ? await kind.LookBackAsync(artifacts, monitor, plan.Window, cancellationToken).ConfigureAwait(false)
            : throw new ConfigurationException(
                SourceOf(monitor), "", "it or its baseline has changed since this run was planned; the next run plans the window again.");
    }

    private static string SourceOf(MonitorDefinition monitor) => $"monitor {monitor.Name}";
}
