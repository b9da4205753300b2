using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Remediation;

/// <summary>A store that fails at writing keys that hold a text.</summary>
internal sealed class RefusingStore(IObjectStore store, string refused) : IObjectStore
{
    public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(prefix, startAfter, cancellationToken);

    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        store.OpenReadAsync(key, offset, cancellationToken);

    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) => store.FindAsync(key, cancellationToken);

    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default) =>
        key.Contains(refused, StringComparison.Ordinal)
            ? throw new IOException("The store does not answer.")
            : store.PutAsync(key, content, condition, cancellationToken);
}
