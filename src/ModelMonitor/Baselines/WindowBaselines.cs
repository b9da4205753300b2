using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Reads what is needed to choose baselines for windows.</summary>
public static class WindowBaselines
{
    /// <summary>What asks for the version that is current, in the place of a version's name.</summary>
    public const string AskedForCurrent = "current";

    /// <summary>Looks which version is current, and which were.</summary>
    /// <param name="kind">The monitor's kind.</param>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="asked">The version to use whatever was current, or <see cref="AskedForCurrent"/>; null to choose by window.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no baseline, or none of that name, or it is not what it should be.</exception>
    public static async Task<WindowBaselines<TBaseline>> ReadAsync<TBaseline>(
        IBaselineKind<TBaseline> kind,
        IObjectStore store,
        MonitorDefinition monitor,
        string? asked = null,
        CancellationToken cancellationToken = default)
        where TBaseline : class, IBaseline
    {
        if (asked is not null and not AskedForCurrent)
        {
            BaselineDocuments? chosen = BaselineVersion.IsValid(asked)
                ? await BaselineVersions.FindDocumentsAsync(store, monitor.Name, asked, kind.Baselines, cancellationToken).ConfigureAwait(false)
                : null;
            return chosen is not null
                ? new WindowBaselines<TBaseline>(kind, store, monitor, kind.ReadBaseline(chosen), isAskedFor: true, history: null, waiting: null)
                : throw new ConfigurationException(
                    "event", "$.baseline", $"there is no such version in {ObjectKeys.BaselinesOf(monitor.Name)}; expected the name of a folder there, or \"{AskedForCurrent}\"");
        }

        StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor.Name, cancellationToken).ConfigureAwait(false);
        BaselineDocuments current = await BaselineVersions.ReadCurrentAsync(
            store, monitor.Name, pointer, kind.Baselines, cancellationToken).ConfigureAwait(false);
        TBaseline standard = kind.ReadBaseline(current);
        string? waiting = await BaselineVersions.FindNewestAsync(
            store, monitor.Name, pointer?.History.Current.NewerThan, cancellationToken).ConfigureAwait(false);
        return new WindowBaselines<TBaseline>(kind, store, monitor, standard, asked is not null, pointer?.History, waiting);
    }
}
