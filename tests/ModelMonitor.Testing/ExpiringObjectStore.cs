using ModelMonitor.Storage;

namespace ModelMonitor.Testing;

/// <summary>A store some of whose objects are gone when a test says so, as a lifecycle rule has it.</summary>
public sealed class ExpiringObjectStore(IObjectStore inner) : IObjectStore
{
    private readonly List<string> _expired = [];

    /// <summary>From now on no object has a key that starts so.</summary>
    public void Expire(string prefix) => _expired.Add(prefix);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync(
        string prefix,
        string? startAfter = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (StoredObject stored in inner.ListAsync(prefix, startAfter, cancellationToken))
        {
            if (!IsGone(stored.Key))
            {
                yield return stored;
            }
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        IsGone(key) ? throw new FileNotFoundException(null, key) : inner.OpenReadAsync(key, offset, cancellationToken);

    /// <inheritdoc />
    public async Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        IsGone(key) ? null : await inner.FindAsync(key, cancellationToken);

    /// <inheritdoc />
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default) =>
        inner.PutAsync(key, content, condition, cancellationToken);

    private bool IsGone(string key) => _expired.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
