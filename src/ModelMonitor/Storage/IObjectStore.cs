namespace ModelMonitor.Storage;

/// <summary>Objects by key: a folder, memory, or a bucket.</summary>
/// <remarks>Keys use <c>/</c> and never start with it. Failures other than those named are <see cref="IOException"/>s.</remarks>
public interface IObjectStore
{
    /// <summary>Lists objects in ordinal order of their keys.</summary>
    /// <param name="prefix">What the keys start with; empty for all.</param>
    /// <param name="startAfter">Leaves out keys up to and including this one; null for none.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter = null, CancellationToken cancellationToken = default);

    /// <summary>Opens an object from <paramref name="offset"/> to its end.</summary>
    /// <exception cref="FileNotFoundException">There is no such object.</exception>
    Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Opens an object from <paramref name="offset"/> to its end, if it still is the one of an ETag.</summary>
    /// <returns>Null when another has taken its place.</returns>
    /// <exception cref="FileNotFoundException">There is no such object.</exception>
    async Task<Stream?> OpenIfMatchAsync(string key, string etag, long offset = 0, CancellationToken cancellationToken = default)
    {
        // Looked at after it is open: what was opened before then is no newer.
        Stream stream = await OpenReadAsync(key, offset, cancellationToken).ConfigureAwait(false);
        StoredObject? found = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (found?.ETag == etag)
        {
            return stream;
        }

        await stream.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>An object's description; null when there is none.</summary>
    Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Stores an object whole or not at all.</summary>
    /// <returns>The new object's description, or null when <paramref name="condition"/> did not hold.</returns>
    Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default);
}
