using ModelMonitor.Storage;

namespace ModelMonitor.Testing;

/// <summary>Counts what a store is asked, as each request takes its time in a bucket.</summary>
public sealed class CountingObjectStore(IObjectStore inner) : IObjectStore
{
    private int _lists;
    private int _reads;
    private int _finds;
    private int _puts;

    /// <summary>Listings so far.</summary>
    public int Lists => _lists;

    /// <summary>Objects opened so far, or looked for in vain.</summary>
    public int Reads => _reads;

    /// <summary>Descriptions asked for so far.</summary>
    public int Finds => _finds;

    /// <summary>Puts so far.</summary>
    public int Puts => _puts;

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return inner.ListAsync(prefix, startAfter, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return inner.OpenReadAsync(key, offset, cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _finds);
        return inner.FindAsync(key, cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _puts);
        return inner.PutAsync(key, content, condition, cancellationToken);
    }
}
