namespace ModelMonitor.Storage;

/// <summary>What every store offers on top of its own operations.</summary>
public static class ObjectStoreExtensions
{
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
