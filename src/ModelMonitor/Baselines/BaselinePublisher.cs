using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Publishes versions of baselines: writes their folders, which never change again.</summary>
public static class BaselinePublisher
{
    /// <summary>Whether the folder of a version is complete.</summary>
    public static async Task<bool> IsPublishedAsync(
        IObjectStore store, string monitor, string version, CancellationToken cancellationToken = default) =>
        await store.FindAsync(ObjectKeys.BaselineFolder(monitor, version) + ObjectKeys.BaselineManifest, cancellationToken)
            .ConfigureAwait(false) is not null;

    /// <summary>Writes the folder of a version that was made of a training set.</summary>
    /// <exception cref="IOException">Another one wrote the folder at the same time with other content: trying again settles it.</exception>
    public static Task PublishAsync(
        IObjectStore store, BaselineManifest manifest, BuiltBaseline baseline, CancellationToken cancellationToken = default) =>
        PublishAsync(store, manifest, baseline.Documents, cancellationToken);

    /// <summary>Writes the folder of a version, the manifest last. A folder that is complete is left as it is.</summary>
    /// <param name="store">Where artifacts are kept.</param>
    /// <param name="manifest">What the version is made of and by.</param>
    /// <param name="documents">Its files, the one that a baseline cannot be without last.</param>
    /// <param name="cancellationToken">Stops the work; without its manifest the folder is no version.</param>
    /// <exception cref="IOException">Another one wrote the folder at the same time with other content: trying again settles it.</exception>
    public static async Task PublishAsync(
        IObjectStore store, BaselineManifest manifest, IReadOnlyList<RunDocument> documents, CancellationToken cancellationToken = default)
    {
        if (await IsPublishedAsync(store, manifest.Monitor, manifest.Version, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        string folder = ObjectKeys.BaselineFolder(manifest.Monitor, manifest.Version);
        foreach (RunDocument document in documents)
        {
            await WriteAsync(store, folder + document.Name, document.Content, cancellationToken).ConfigureAwait(false);
        }

        await store.PutAsync(
            folder + ObjectKeys.BaselineManifest,
            JsonSerializer.SerializeToUtf8Bytes(manifest, BaselineJsonContext.Default.BaselineManifest),
            PutCondition.Absent,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a file of a folder that is not complete yet; one that a broken-off build of another engine left is replaced.</summary>
    private static async Task WriteAsync(IObjectStore store, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await store.PutAsync(key, content, PutCondition.Absent, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        byte[]? written = present is null ? null : await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        if (content.Span.SequenceEqual(written))
        {
            return;
        }

        if (await store.PutAsync(key, content, PutCondition.Unchanged(present), cancellationToken).ConfigureAwait(false) is null)
        {
            throw new IOException($"'{key}' was written by another one at the same time.");
        }
    }
}
