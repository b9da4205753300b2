using System.Runtime.CompilerServices;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Storage;

/// <summary>One object of a store as a store of its own, as <see cref="FileObjectStore"/> is of a file; it is only read.</summary>
/// <param name="folder">The store the object is in.</param>
/// <param name="key">The object's key.</param>
/// <param name="path">What the user calls it, for messages.</param>
internal sealed class SingleObjectStore(IObjectStore folder, string key, string path) : IObjectStore
{
    private readonly string _key = key;

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync(
        string prefix,
        string? startAfter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool isWanted = _key.StartsWith(prefix, StringComparison.Ordinal)
            && (startAfter is null || string.CompareOrdinal(_key, startAfter) > 0);
        if (isWanted && await folder.FindAsync(_key, cancellationToken).ConfigureAwait(false) is { } found)
        {
            yield return found;
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        key == _key
            ? folder.OpenReadAsync(key, offset, cancellationToken)
            : throw new FileNotFoundException($"There is no object '{key}'.", key);

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        key == _key ? folder.FindAsync(key, cancellationToken) : Task.FromResult<StoredObject?>(null);

    /// <inheritdoc />
    /// <exception cref="IOException">Always: the store is only read.</exception>
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default) =>
        throw new IOException($"'{path}' is a single object, which is only read; write to a prefix.");
}
