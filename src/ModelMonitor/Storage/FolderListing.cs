namespace ModelMonitor.Storage;

/// <summary>Walks a folder so that keys come in ordinal order, and only where the wanted keys can be.</summary>
/// <param name="prefix">What the keys start with.</param>
/// <param name="startAfter">The last key to leave out; null for none.</param>
internal sealed class FolderListing(string prefix, string? startAfter)
{
    /// <summary>Lists the objects of a folder.</summary>
    /// <param name="root">The folder of all keys; it need not exist.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public IEnumerable<StoredObject> Walk(string root, CancellationToken cancellationToken)
    {
        string folderKey = prefix[..(prefix.LastIndexOf('/') + 1)];
        string folder = folderKey.Length == 0 ? root : ObjectKeyPath.Combine(root, folderKey[..^1]);
        return Directory.Exists(folder) ? Walk(new DirectoryInfo(folder), folderKey, [], cancellationToken) : [];
    }

    private IEnumerable<StoredObject> Walk(
        DirectoryInfo folder, string folderKey, HashSet<string> ancestors, CancellationToken cancellationToken)
    {
        string realPath = (folder.LinkTarget is null ? null : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName)
            ?? folder.FullName;
        if (!ancestors.Add(realPath))
        {
            yield break; // A link back to a folder above it.
        }

        foreach ((string key, FileSystemInfo entry) in EntriesOf(new DirectoryInfo(realPath), folderKey))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry is DirectoryInfo child)
            {
                if (MayHold(key))
                {
                    foreach (StoredObject inner in Walk(child, key, ancestors, cancellationToken))
                    {
                        yield return inner;
                    }
                }
            }
            else if (IsWanted(key) && StoredFile.Describe((FileInfo)entry, key) is { } found)
            {
                yield return found;
            }
        }

        ancestors.Remove(realPath);
    }

    /// <summary>The entries of a folder in the order of their keys: a folder's key ends in the slash that its objects' keys go on with.</summary>
    private static List<(string Key, FileSystemInfo Entry)> EntriesOf(DirectoryInfo folder, string folderKey)
    {
        List<(string Key, FileSystemInfo Entry)> entries = [];
        try
        {
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
            {
                if (!ObjectKeyPath.IsReserved(entry.Name))
                {
                    entries.Add(($"{folderKey}{entry.Name}{(entry is DirectoryInfo ? "/" : "")}", entry));
                }
            }
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return entries;
    }

    private bool IsWanted(string key) =>
        key.StartsWith(prefix, StringComparison.Ordinal) && (startAfter is null || string.CompareOrdinal(key, startAfter) > 0);

    private bool MayHold(string folderKey) =>
        (folderKey.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(folderKey, StringComparison.Ordinal))
        && (startAfter is null
            || string.CompareOrdinal(folderKey, startAfter) > 0
            || startAfter.StartsWith(folderKey, StringComparison.Ordinal));
}
