namespace ModelMonitor.Storage;

/// <summary>Opens the paths that a user gives: a file or a folder.</summary>
public static class LocalPath
{
    /// <summary>Opens a file or folder that must be there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">What the user gave it as (<c>--capture</c>), for the message.</param>
    /// <exception cref="ConfigurationException">There is neither a file nor a folder.</exception>
    public static IObjectStore OpenExisting(string path, string source)
    {
        if (Directory.Exists(path))
        {
            return new FolderObjectStore(path);
        }

        // A symbolic link that leads nowhere exists, and is no file.
        return File.Exists(path) && StoredFile.Find(path, path) is not null
            ? new FileObjectStore(path)
            : throw new ConfigurationException(source, "", $"there is no file or folder '{path}'; check the path.");
    }

    /// <summary>Opens a folder to write to, which need not be there yet.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">What the user gave it as (<c>--output</c>), for the message.</param>
    /// <exception cref="ConfigurationException">It is a file.</exception>
    public static IObjectStore OpenForWriting(string path, string source) =>
        path.Length > 0 && !File.Exists(path)
            ? new FolderObjectStore(path)
            : throw new ConfigurationException(source, "", $"'{path}' is not a folder; give a folder, which is made if absent.");
}
