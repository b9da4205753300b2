using System.Globalization;
using System.IO.Hashing;

namespace ModelMonitor.Storage;

/// <summary>Objects in memory, for tests and for runs that keep nothing. Its methods may be called at the same time.</summary>
/// <param name="time">The clock that dates the objects.</param>
public sealed class MemoryObjectStore(TimeProvider time) : IObjectStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (StoredObject Description, byte[] Content)> _objects = new(StringComparer.Ordinal);

    /// <inheritdoc />
    /// <remarks>The objects are those of the moment of the call.</remarks>
    public IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, CancellationToken cancellationToken = default)
    {
        List<StoredObject> found = [];
        lock (_lock)
        {
            foreach ((string key, (StoredObject description, _)) in _objects)
            {
                if (key.StartsWith(prefix, StringComparison.Ordinal)
                    && (startAfter is null || string.CompareOrdinal(key, startAfter) > 0))
                {
                    found.Add(description);
                }
            }
        }

        return found.ToAsyncEnumerable();
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        lock (_lock)
        {
            if (!_objects.TryGetValue(key, out (StoredObject Description, byte[] Content) found))
            {
                throw new FileNotFoundException($"There is no object '{key}'.", key);
            }

            int start = (int)Math.Min(offset, found.Content.Length);
            return Task.FromResult<Stream>(new MemoryStream(found.Content, start, found.Content.Length - start, writable: false));
        }
    }

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(_objects.TryGetValue(key, out var found) ? found.Description : null);
        }
    }

    /// <inheritdoc />
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
    {
        if (key.Length == 0 || key[0] == '/')
        {
            throw new IOException($"'{key}' is no key: a key is not empty and does not start with a slash.");
        }

        byte[] copy = content.ToArray();
        string tag = XxHash128.HashToUInt128(copy).ToString("x32", CultureInfo.InvariantCulture);
        lock (_lock)
        {
            string? present = _objects.TryGetValue(key, out var found) ? found.Description.ETag : null;
            if ((condition.IfNoneMatch && present is not null) || (condition.IfMatch is not null && condition.IfMatch != present))
            {
                return Task.FromResult<StoredObject?>(null);
            }

            StoredObject description = new(key, copy.Length, tag, time.GetUtcNow());
            _objects[key] = (description, copy);
            return Task.FromResult<StoredObject?>(description);
        }
    }
}
