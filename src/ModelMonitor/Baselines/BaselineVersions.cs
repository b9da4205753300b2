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
    /// <summary>Reads the baseline that the monitor's runs use now.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is none, or a file of it is not what it should be; the message says how to make one.</exception>
    public static async Task<Baseline> ReadCurrentAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default)
    {
        string folder = ObjectKeys.BaselinesOf(monitor);
        string pointerKey = ObjectKeys.CurrentBaseline(monitor);
        if (await store.FindAsync(pointerKey, cancellationToken).ConfigureAwait(false) is not null)
        {
            byte[] content = await store.ReadAllAsync(pointerKey, cancellationToken).ConfigureAwait(false);
            BaselinePointer pointer = BaselinePointer.Read(pointerKey, content);
            string versionFolder = ObjectKeys.BaselineFolder(monitor, pointer.Version);
            return await HasConstraintsAsync(store, versionFolder, cancellationToken).ConfigureAwait(false)
                ? await ReadAsync(store, versionFolder, pointer.Version, cancellationToken).ConfigureAwait(false)
                : throw new ConfigurationException(
                    pointerKey,
                    "$.version",
                    $"there is no {versionFolder}{ObjectKeys.Constraints}; name a version whose folder has one, or upload it there");
        }

        return await HasConstraintsAsync(store, folder, cancellationToken).ConfigureAwait(false)
            ? await ReadAsync(store, folder, null, cancellationToken).ConfigureAwait(false)
            : throw new ConfigurationException(
                folder,
                "",
                $"the monitor has no baseline yet; put its training set under {ObjectKeys.DatasetsOf(monitor)} and one is made, "
                + $"or upload {ObjectKeys.Constraints} and {ObjectKeys.Statistics} of your own here");
    }

    private static async Task<Baseline> ReadAsync(
        IObjectStore store, string folder, string? version, CancellationToken cancellationToken) =>
        await BaselineReader.ReadAsync(store, folder, folder, cancellationToken).ConfigureAwait(false) with { Version = version };

    private static async Task<bool> HasConstraintsAsync(IObjectStore store, string folder, CancellationToken cancellationToken) =>
        await store.FindAsync(folder + ObjectKeys.Constraints, cancellationToken).ConfigureAwait(false) is not null;
}
