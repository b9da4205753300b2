using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Lists the versions of a monitor's baseline.</summary>
public static class BaselineCatalog
{
    /// <summary>Lists them by name, which is by age for those that a training set or an import named.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <exception cref="ConfigurationException">The pointer is not what it should be.</exception>
    public static async Task<IReadOnlyList<BaselineListing>> ListAsync(
        IObjectStore store, string monitor, CancellationToken cancellationToken = default)
    {
        BaselineHistory? history = await BaselineVersions.FindHistoryAsync(store, monitor, cancellationToken).ConfigureAwait(false);
        string folder = ObjectKeys.BaselinesOf(monitor);
        SortedSet<string> versions = new(StringComparer.Ordinal);
        await foreach (StoredObject stored in store.ListAsync(folder, null, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Key[folder.Length..].Split('/') is [{ } version, { } name] && BaselineFormat.IsRequired(name) && BaselineVersion.IsValid(version))
            {
                versions.Add(version);
            }
        }

        string? waiting = await BaselineVersions.FindNewestAsync(store, monitor, history?.Current.NewerThan, cancellationToken).ConfigureAwait(false);
        List<BaselineListing> listings = [];
        foreach (string version in versions)
        {
            listings.Add(new BaselineListing(
                version,
                await FindManifestAsync(store, monitor, version, cancellationToken).ConfigureAwait(false),
                version == history?.Current.Version,
                history?.Promotions.LastOrDefault(promotion => promotion.Version == version),
                version == waiting));
        }

        return listings;
    }

    /// <summary>Reads a version's manifest; null when there is none, or it is damaged.</summary>
    public static async Task<BaselineManifest?> FindManifestAsync(
        IObjectStore store, string monitor, string version, CancellationToken cancellationToken = default)
    {
        string key = ObjectKeys.BaselineFolder(monitor, version) + ObjectKeys.BaselineManifest;
        byte[]? content = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : BaselineManifest.Read(key, content);
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }
}
