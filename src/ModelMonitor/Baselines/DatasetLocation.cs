using System.Diagnostics.CodeAnalysis;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Where a training set is: a file directly below <c>datasets/{monitor}/</c>, or a folder there that <c>_SUCCESS</c> completes.</summary>
public sealed record DatasetLocation
{
    private DatasetLocation(string monitor, string key, bool isFolder) => (Monitor, Key, IsFolder) = (monitor, key, isFolder);

    /// <summary>The name of the monitor it is for, as the key says.</summary>
    public string Monitor { get; }

    /// <summary>The file's key, or the folder's, which ends in a slash.</summary>
    public string Key { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>Tells of an object that was written whether a training set is complete with it, or in <paramref name="reason"/> why not.</summary>
    public static bool TryParse(
        string key, [NotNullWhen(true)] out DatasetLocation? location, [NotNullWhen(false)] out string? reason)
    {
        location = null;
        string[] parts = key.Split('/');
        if (!key.StartsWith(ObjectKeys.Datasets, StringComparison.Ordinal) || parts.Length < 3 || !ObjectKeyPath.IsKey(key))
        {
            reason = parts[^1].Length == 0 && key.StartsWith(ObjectKeys.Datasets, StringComparison.Ordinal)
                ? "it is a folder's mark, and no file"
                : $"a training set is a file under {ObjectKeys.DatasetsOf("{monitor}")}, or a folder there";
            return false;
        }

        string monitor = parts[1];
        string name = parts[^1];
        bool completesFolder = name == ObjectKeys.DatasetComplete;
        bool isTopLevel = parts.Length == 3;
        reason = (completesFolder, isTopLevel) switch
        {
            (true, true) => $"a folder that {name} completes has a name of its own below {ObjectKeys.DatasetsOf(monitor)}",
            (false, false) => $"it is one file of a folder, which {ObjectKeys.DatasetComplete} completes",
            (false, true) when name[0] is '.' or '_' => "a name that begins with a dot or an underscore is hidden",
            _ => null,
        };
        if (reason is not null)
        {
            return false;
        }

        location = new DatasetLocation(monitor, completesFolder ? key[..^name.Length] : key, completesFolder);
        return true;
    }

    /// <summary>Finds the objects of the training set, in the order they are read; none when it is gone. Hidden files are left out.</summary>
    public async Task<IReadOnlyList<StoredObject>> FindObjectsAsync(IObjectStore store, CancellationToken cancellationToken = default)
    {
        if (!IsFolder)
        {
            return await store.FindAsync(Key, cancellationToken).ConfigureAwait(false) is { } file ? [file] : [];
        }

        List<StoredObject> objects = [];
        await foreach (StoredObject stored in store.ListAsync(Key, null, cancellationToken).ConfigureAwait(false))
        {
            if (!Array.Exists(stored.Key[Key.Length..].Split('/'), part => part.Length == 0 || part[0] is '.' or '_'))
            {
                objects.Add(stored);
            }
        }

        return objects;
    }
}
