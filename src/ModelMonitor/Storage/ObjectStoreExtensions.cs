namespace ModelMonitor.Storage;

/// <summary>What every store offers on top of its own operations.</summary>
public static class ObjectStoreExtensions
{
    private const int MostUpdates = 20;

    /// <summary>Reads an object whole; null when there is none.</summary>
    public static async Task<byte[]?> TryReadAllAsync(
        this IObjectStore store, string key, CancellationToken cancellationToken = default)
    {
        try
        {
            return await store.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads an object whole.</summary>
    /// <exception cref="FileNotFoundException">There is no such object.</exception>
    public static async Task<byte[]> ReadAllAsync(this IObjectStore store, string key, CancellationToken cancellationToken = default)
    {
        Stream stream = await store.OpenReadAsync(key, 0, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (stream.CanSeek)
            {
                byte[] content = new byte[stream.Length - stream.Position];
                await stream.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
                return content;
            }

            using MemoryStream buffer = new();
            await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
            return buffer.ToArray();
        }
    }

    /// <summary>Whether an object that was found has a content; it is read only if it has the content's length.</summary>
    /// <param name="store">The store.</param>
    /// <param name="present">What was found; null for nothing.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<bool> HoldsAsync(
        this IObjectStore store, StoredObject? present, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        present?.Size == content.Length
        && await store.TryReadAllAsync(present.Key, cancellationToken).ConfigureAwait(false) is { } found
        && found.AsSpan().SequenceEqual(content.Span);

    /// <summary>Changes an object by compare-and-swap, so that of writers at the same time each knows of those before it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="change">
    /// Makes another content of what is there; it gets what was found, null for nothing, before it reads it. It is called again
    /// whenever another writer has come between.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result of the change that took place.</returns>
    /// <exception cref="IOException">Others changed the object each time.</exception>
    internal static async Task<T> UpdateAsync<T>(
        this IObjectStore store,
        string key,
        Func<StoredObject?, Task<ObjectUpdate<T>>> change,
        CancellationToken cancellationToken = default)
    {
        for (int tried = 0; tried < MostUpdates; tried++)
        {
            StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            ObjectUpdate<T> update = await change(present).ConfigureAwait(false);
            if (update.Content is null
                || await store.PutAsync(key, update.Content, PutCondition.Unchanged(present), cancellationToken).ConfigureAwait(false) is not null)
            {
                return update.Result;
            }
        }

        throw new IOException($"'{key}' was changed by others {MostUpdates} times while it was to be written; try again.");
    }

    /// <summary>Stores an object unless it is there with the same content: whoever copies by ETag has nothing to do then.</summary>
    public static async Task PutIfChangedAsync(
        this IObjectStore store, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (!await store.HoldsAsync(present, content, cancellationToken).ConfigureAwait(false))
        {
            await store.PutAsync(key, content, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
