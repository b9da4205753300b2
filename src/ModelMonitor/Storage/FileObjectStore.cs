namespace ModelMonitor.Storage;

/// <summary>A single file as a store of one object, whose key is the file's name; it is only read.</summary>
/// <param name="path">The file.</param>
public sealed class FileObjectStore(string path) : IObjectStore
{
    private readonly string _path = Path.GetFullPath(path);

    private string Key => Path.GetFileName(_path);

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, CancellationToken cancellationToken = default)
    {
        bool isWanted = Key.StartsWith(prefix, StringComparison.Ordinal)
            && (startAfter is null || string.CompareOrdinal(Key, startAfter) > 0);
        IEnumerable<StoredObject> found = isWanted && StoredFile.Find(_path, Key) is { } file ? [file] : [];
        return found.ToAsyncEnumerable();
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        key == Key
            ? Task.FromResult(FileOpener.Open(_path, key, offset))
            : throw new FileNotFoundException($"There is no object '{key}'.", key);

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(key == Key ? StoredFile.Find(_path, key) : null);

    /// <inheritdoc />
    /// <exception cref="IOException">Always: the store is only read.</exception>
    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default) =>
        throw new IOException($"'{_path}' is a single file, which is only read; write to a folder.");
}
