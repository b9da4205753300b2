using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Some objects of a store, as they were when they were listed: others are not to be seen.</summary>
/// <param name="store">The store.</param>
/// <param name="objects">The objects, in ordinal order of their keys.</param>
internal sealed class ChosenObjects(IObjectStore store, IReadOnlyList<StoredObject> objects) : IObjectStore
{
    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
        objects
            .Where(stored => stored.Key.StartsWith(prefix, StringComparison.Ordinal)
                && (startAfter is null || string.CompareOrdinal(stored.Key, startAfter) > 0))
            .ToAsyncEnumerable();

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        store.OpenReadAsync(key, offset, cancellationToken);

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(objects.FirstOrDefault(stored => stored.Key == key));

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: a training set is only read.</exception>
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A training set is only read.");
}
