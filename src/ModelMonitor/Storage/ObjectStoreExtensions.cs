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
            using MemoryStream buffer = new();
            await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
            return buffer.ToArray();
        }
    }
}
