using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Reads a monitor's baseline where runs look for it.</summary>
/// <remarks>
/// Either <c>baselines/{monitor}/current.json</c> names the version, which is a folder beside it; or, without
/// that file, <c>constraints.json</c> and <c>statistics.json</c> lie in <c>baselines/{monitor}/</c> themselves.
/// </remarks>
public static class BaselineVersions
{
    /// <summary>Reads the baseline that is current.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is none, or a file of it is not what it should be; the message says how to make one.</exception>
    public static async Task<Baseline> ReadCurrentAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default)
    {
        StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false);
        return await ReadCurrentAsync(store, monitor, pointer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was current when; null when no version was ever promoted.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">The pointer is not what it should be.</exception>
    public static async Task<BaselineHistory?> FindHistoryAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default) =>
        (await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false))?.History;

    /// <summary>Reads a version; null when there is none of that name.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">The version; null for the files that have none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">A file of it is not what it should be.</exception>
    public static async Task<Baseline?> FindAsync(
        IObjectStore store, string monitor, string? version, CancellationToken cancellationToken = default)
    {
        string folder = version is null ? ObjectKeys.BaselinesOf(monitor) : ObjectKeys.BaselineFolder(monitor, version);
        return await HasConstraintsAsync(store, folder, cancellationToken).ConfigureAwait(false)
            ? await BaselineReader.ReadAsync(store, folder, folder, cancellationToken).ConfigureAwait(false) with { Version = version }
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

    internal static async Task<bool> HasConstraintsAsync(IObjectStore store, string folder, CancellationToken cancellationToken) =>
        await store.FindAsync(folder + ObjectKeys.Constraints, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Reads the baseline that a pointer names, or the files without a version where there is none.</summary>
    internal static async Task<Baseline> ReadCurrentAsync(
        IObjectStore store, string monitor, StoredPointer? pointer, CancellationToken cancellationToken)
    {
        string? version = pointer?.History.Current.Version;
        if (await FindAsync(store, monitor, version, cancellationToken).ConfigureAwait(false) is { } baseline)
        {
            return baseline;
        }

        if (version is not null)
        {
            throw new ConfigurationException(
                ObjectKeys.CurrentBaseline(monitor),
                "$.version",
                $"there is no {ObjectKeys.BaselineFolder(monitor, version)}{ObjectKeys.Constraints}; "
                + "name a version whose folder has one, or upload it there");
        }

        string? waiting = await FindNewestAsync(store, monitor, after: null, cancellationToken).ConfigureAwait(false);
        throw new ConfigurationException(
            ObjectKeys.BaselinesOf(monitor),
            "",
            waiting is null
                ? $"the monitor has no baseline yet; put its training set under {ObjectKeys.DatasetsOf(monitor)} and one is made, "
                    + $"or upload {ObjectKeys.Constraints} and {ObjectKeys.Statistics} of your own here"
                : $"no version of the baseline is promoted yet, and {waiting} waits; promote it with `modelmonitor baseline promote`");
    }
}
