using System.Globalization;

namespace ModelMonitor.Storage;

/// <summary>Describes a file as an object, without reading it.</summary>
/// <remarks>
/// The ETag is made of the length and the time of the last write, as web servers do: listing a folder of
/// captures must not read them. <see cref="FolderObjectStore"/> never lets that time stand still between two
/// writes of a key, so an ETag changes with every one of its writes; another program's write of equal length
/// within the file system's clock tick goes unseen.
/// </remarks>
internal static class StoredFile
{
    /// <summary>Describes a file, or what a symbolic link leads to; null when there is no file.</summary>
    public static StoredObject? Find(string path, string key) => Describe(new FileInfo(path), key);

    /// <summary>Describes a file, or what a symbolic link leads to; null when there is none (any more).</summary>
    public static StoredObject? Describe(FileInfo file, string key)
    {
        try
        {
            FileSystemInfo target = file.Exists && file.LinkTarget is not null
                ? file.ResolveLinkTarget(returnFinalTarget: true) ?? file
                : file;
            return target is FileInfo { Exists: true } found
                ? new StoredObject(key, found.Length, TagOf(found.Length, found.LastWriteTimeUtc), found.LastWriteTimeUtc)
                : null;
        }
        catch (IOException)
        {
            // Gone between two looks, or a link that leads round in a circle.
            return null;
        }
    }

    private static string TagOf(long length, DateTime lastWrite) =>
        string.Create(CultureInfo.InvariantCulture, $"{length:x}-{lastWrite.Ticks:x}");
}
