using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Publishes versions of baselines: writes their folders, which never change again, and moves the pointer.</summary>
public static class BaselinePublisher
{
    private const int MovesTried = 10;

    /// <summary>Whether the folder of a version is complete.</summary>
    public static async Task<bool> IsPublishedAsync(
        IObjectStore store, string monitor, string version, CancellationToken cancellationToken = default) =>
        await store.FindAsync(ObjectKeys.BaselineFolder(monitor, version) + ObjectKeys.BaselineManifest, cancellationToken)
            .ConfigureAwait(false) is not null;

    /// <summary>Writes the folder of a version, the manifest last. A folder that is complete is left as it is.</summary>
    /// <exception cref="IOException">Another one wrote the folder at the same time with other content: trying again settles it.</exception>
    public static async Task PublishAsync(
        IObjectStore store, BaselineManifest manifest, BaselineResult baseline, CancellationToken cancellationToken = default)
    {
        if (await IsPublishedAsync(store, manifest.Monitor, manifest.Version, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        string folder = ObjectKeys.BaselineFolder(manifest.Monitor, manifest.Version);
        await WriteAsync(store, folder + ObjectKeys.Statistics, baseline.Statistics.ToUtf8(), cancellationToken).ConfigureAwait(false);
        await WriteAsync(store, folder + ObjectKeys.Constraints, baseline.Constraints.ToUtf8(), cancellationToken).ConfigureAwait(false);
        await store.PutAsync(
            folder + ObjectKeys.BaselineManifest,
            JsonSerializer.SerializeToUtf8Bytes(manifest, BaselineJsonContext.Default.BaselineManifest),
            PutCondition.Absent,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes runs use a version, unless they use one already whose training set is as new or newer, or one that a
    /// person chose after this training set was written.
    /// </summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">A version that is published.</param>
    /// <param name="datasetModifiedAt">When its training set was written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The version that runs use now.</returns>
    /// <exception cref="ConfigurationException">The present pointer is not what it should be: a person has to mend it.</exception>
    /// <exception cref="IOException">Others moved the pointer again and again meanwhile.</exception>
    public static async Task<string> MoveCurrentAsync(
        IObjectStore store,
        string monitor,
        string version,
        DateTimeOffset datasetModifiedAt,
        CancellationToken cancellationToken = default)
    {
        string key = ObjectKeys.CurrentBaseline(monitor);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(
            new BaselinePointer(version, datasetModifiedAt), BaselineJsonContext.Default.BaselinePointer);
        for (int i = 0; i < MovesTried; i++)
        {
            StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (present is not null)
            {
                BaselinePointer current = BaselinePointer.Read(key, await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false));
                if (current.Version == version || !IsNewer(datasetModifiedAt, version, current, present))
                {
                    return current.Version;
                }
            }

            PutCondition condition = present is null ? PutCondition.Absent : PutCondition.Matching(present.ETag);
            if (await store.PutAsync(key, content, condition, cancellationToken).ConfigureAwait(false) is not null)
            {
                return version;
            }
        }

        throw new IOException($"'{key}' changed {MovesTried} times while version '{version}' was to be made current.");
    }

    private static bool IsNewer(DateTimeOffset datasetModifiedAt, string version, BaselinePointer current, StoredObject pointer)
    {
        int byTime = datasetModifiedAt.CompareTo(current.DatasetModifiedAt ?? pointer.LastModified);
        return byTime > 0 || (byTime == 0 && current.DatasetModifiedAt is not null && string.CompareOrdinal(version, current.Version) > 0);
    }

    /// <summary>Writes a file of a folder that is not complete yet; one that a broken-off build of another engine left is replaced.</summary>
    private static async Task WriteAsync(IObjectStore store, string key, byte[] content, CancellationToken cancellationToken)
    {
        if (await store.PutAsync(key, content, PutCondition.Absent, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        byte[]? written = present is null ? null : await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        if (content.AsSpan().SequenceEqual(written))
        {
            return;
        }

        PutCondition condition = present is null ? PutCondition.Absent : PutCondition.Matching(present.ETag);
        if (await store.PutAsync(key, content, condition, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new IOException($"'{key}' was written by another one at the same time.");
        }
    }
}
