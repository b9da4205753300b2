namespace ModelMonitor.Storage;

/// <summary>The files below a folder, whose keys are their relative paths.</summary>
/// <remarks>
/// A put writes a file of a reserved name beside the target, flushes it to the disk and renames it, so that a
/// key has its old content or its new, never half of either. Files of reserved names are not listed; one that
/// a crash left behind does no harm. <see cref="PutCondition.IfNoneMatch"/> holds against every other writer
/// (where the file system has hard links; otherwise against other conditional puts).
/// <see cref="PutCondition.IfMatch"/> holds against other matching puts, of other processes too, by a lock
/// file in the root; do not also put the same key without a condition. Unlike in a bucket, a key cannot be
/// another's folder (<c>a</c> and <c>a/b</c>).
/// </remarks>
public sealed class FolderObjectStore : IObjectStore
{
    private static readonly TimeSpan LockRetryDelay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    private readonly string _root;
    private readonly TimeProvider _time;
    private int _puts;

    /// <summary>Creates a store.</summary>
    /// <param name="root">The folder, which the first put makes when it does not exist.</param>
    /// <param name="time">The clock by which a put waits for a lock; the default is the system's.</param>
    public FolderObjectStore(string root, TimeProvider? time = null)
    {
        _root = Path.GetFullPath(root);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
        new FolderListing(prefix, startAfter).Walk(_root, cancellationToken).ToAsyncEnumerable();

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        Task.FromResult(FileOpener.Open(ObjectKeyPath.Combine(_root, key), key, offset));

    /// <inheritdoc />
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(StoredFile.Find(ObjectKeyPath.Combine(_root, key), key));

    /// <inheritdoc />
    public async Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
    {
        string path = ObjectKeyPath.Combine(_root, key);
        if (!Holds(condition, StoredFile.Find(path, key)))
        {
            return null;
        }

        string? aside = null;
        try
        {
            string folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            aside = await WriteAsideAsync(folder, content, cancellationToken).ConfigureAwait(false);
            return condition == default
                ? Replace(aside, path, key, condition)
                : await PlaceConditionallyAsync(aside, path, key, condition, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
        finally
        {
            if (aside is not null)
            {
                File.Delete(aside);
            }
        }
    }

    private static bool Holds(PutCondition condition, StoredObject? present) =>
        !(condition.IfNoneMatch && present is not null)
        && (condition.IfMatch is null || condition.IfMatch == present?.ETag);

    /// <summary>Renames the file over what is there; the caller has locked others out where the condition needs it.</summary>
    private static StoredObject? Replace(string aside, string path, string key, PutCondition condition)
    {
        StoredObject? present = StoredFile.Find(path, key);
        if (!Holds(condition, present))
        {
            return null;
        }

        if (present is not null && File.GetLastWriteTimeUtc(aside) <= present.LastModified.UtcDateTime)
        {
            File.SetLastWriteTimeUtc(aside, present.LastModified.UtcDateTime.AddMilliseconds(1));
        }

        StoredObject? written = StoredFile.Find(aside, key);
        File.Move(aside, path, overwrite: true);
        return written;
    }

    private async Task<StoredObject?> PlaceConditionallyAsync(
        string aside, string path, string key, PutCondition condition, CancellationToken cancellationToken)
    {
        StoredObject? written = StoredFile.Find(aside, key);
        if (condition.IfNoneMatch && ExclusiveRename.TryRun(aside, path) is { } isPlaced)
        {
            return isPlaced ? written : null;
        }

        await using FileStream held = await LockAsync(cancellationToken).ConfigureAwait(false);
        if (condition.IfNoneMatch)
        {
            return ExclusiveRename.TryMove(aside, path) ? written : null;
        }

        return Replace(aside, path, key, condition);
    }

    private async Task<string> WriteAsideAsync(string folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using FileStream file = CreateAside(folder);
        try
        {
            await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(file.Name);
            throw;
        }

        return file.Name;
    }

    private FileStream CreateAside(string folder)
    {
        while (true)
        {
            int number = Interlocked.Increment(ref _puts);
            string path = Path.Combine(folder, $"{ObjectKeyPath.ReservedPrefix}{Environment.ProcessId}-{number}");
            try
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another store's on the same folder, or left by a crash: take the next number.
            }
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        string path = Path.Combine(_root, $"{ObjectKeyPath.ReservedPrefix}lock");
        long start = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (_time.GetElapsedTime(start) < LockPatience)
            {
                await Task.Delay(LockRetryDelay, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
