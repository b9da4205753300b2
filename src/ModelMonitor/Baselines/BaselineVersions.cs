using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Reads a monitor's baseline where runs look for it.</summary>
/// <remarks>
/// Either <c>baselines/{monitor}/current.json</c> names the version, which is a folder beside it; or, without
/// that file, its files (of data quality <c>constraints.json</c> and <c>statistics.json</c>) lie in <c>baselines/{monitor}/</c> themselves.
/// </remarks>
public static class BaselineVersions
{
    /// <summary>Reads the data-quality baseline that is current.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is none, or a file of it is not what it should be; the message says how to make one.</exception>
    public static async Task<Baseline> ReadCurrentAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default)
    {
        StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false);
        return BaselineReader.Read(await ReadCurrentAsync(
            store, monitor, pointer, BaselineFormat.ConstraintsAndStatistics, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What was current when; null when no version was ever promoted.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">The pointer is not what it should be.</exception>
    public static async Task<BaselineHistory?> FindHistoryAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default) =>
        (await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false))?.History;

    /// <summary>Reads a version of data quality; null when there is none of that name.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">The version; null for the files that have none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">A file of it is not what it should be.</exception>
    public static async Task<Baseline?> FindAsync(
        IObjectStore store, string monitor, string? version, CancellationToken cancellationToken = default) =>
        await FindDocumentsAsync(store, monitor, version, BaselineFormat.ConstraintsAndStatistics, cancellationToken).ConfigureAwait(false) is { } documents
            ? BaselineReader.Read(documents)
            : null;

    /// <summary>Reads the files of a version; null when there is none of that name.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">The version; null for the files that have none.</param>
    /// <param name="format">Which files the baseline of its kind is made of.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<BaselineDocuments?> FindDocumentsAsync(
        IObjectStore store, string monitor, string? version, BaselineFormat format, CancellationToken cancellationToken = default)
    {
        string folder = version is null ? ObjectKeys.BaselinesOf(monitor) : ObjectKeys.BaselineFolder(monitor, version);
        return await store.FindAsync(folder + format.Required, cancellationToken).ConfigureAwait(false) is not null
            ? await BaselineReader.ReadDocumentsAsync(store, folder, folder, format, cancellationToken).ConfigureAwait(false) with { Version = version }
            : null;
    }

    /// <summary>The newest published version whose training set, or import, is younger than a time; null for none.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="after">The time; null for any version.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public static async Task<string?> FindNewestAsync(
        IObjectStore store, string monitor, DateTimeOffset? after, CancellationToken cancellationToken = default)
    {
        string folder = ObjectKeys.BaselinesOf(monitor);

        // Names of versions begin with a time, so what is older need not be listed. A dot sorts behind the hyphen after it.
        string? startAfter = after is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{folder}{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.")
            : null;
        string? newest = null;
        await foreach (StoredObject stored in store.ListAsync(folder, startAfter, cancellationToken).ConfigureAwait(false))
        {
            newest = stored.Key[folder.Length..].Split('/') is [{ } version, ObjectKeys.BaselineManifest] && BaselineVersion.TellsTime(version)
                ? version
                : newest;
        }

        return newest;
    }

    /// <summary>Whether a folder has a baseline of any kind.</summary>
    internal static async Task<bool> IsThereAsync(IObjectStore store, string folder, CancellationToken cancellationToken)
    {
        foreach (BaselineFormat format in BaselineFormat.All)
        {
            if (await store.FindAsync(folder + format.Required, cancellationToken).ConfigureAwait(false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the baseline that a pointer names, or the files without a version where there is none.</summary>
    internal static async Task<BaselineDocuments> ReadCurrentAsync(
        IObjectStore store, string monitor, StoredPointer? pointer, BaselineFormat format, CancellationToken cancellationToken)
    {
        string? version = pointer?.History.Current.Version;
        if (await FindDocumentsAsync(store, monitor, version, format, cancellationToken).ConfigureAwait(false) is { } baseline)
        {
            return baseline;
        }

        if (version is not null)
        {
            throw new ConfigurationException(
                ObjectKeys.CurrentBaseline(monitor),
                "$.version",
                $"there is no {ObjectKeys.BaselineFolder(monitor, version)}{format.Required}; "
                + "name a version whose folder has one, or upload it there");
        }

        string? waiting = await FindNewestAsync(store, monitor, after: null, cancellationToken).ConfigureAwait(false);
        throw new ConfigurationException(
            ObjectKeys.BaselinesOf(monitor),
            "",
            waiting is null
                ? $"the monitor has no baseline yet; put its training set under {ObjectKeys.DatasetsOf(monitor)} and one is made, "
                    + $"or upload {string.Join(" and ", format.Names)} of your own here"
                : $"no version of the baseline is promoted yet, and {waiting} waits; promote it with `modelmonitor baseline promote`");
    }
}
