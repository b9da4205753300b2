using Amazon.S3;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Storage;

/// <summary>Opens the paths that a user gives: <c>s3://bucket</c>, <c>s3://bucket/prefix/</c>, <c>s3://bucket/file.csv</c>, a folder or a file.</summary>
/// <remarks>
/// All paths of S3 share one client of the process, which is made when the first is opened and takes region,
/// credentials and endpoint from the environment and the shared configuration files of AWS.
/// </remarks>
public static class StorePath
{
    /// <summary>Whether a path is of S3, and not of the file system.</summary>
    public static bool IsS3(string path) => S3Location.IsS3(path);

    /// <summary>The bucket of a path of S3; empty for a path of the file system, or one that names no bucket.</summary>
    public static string BucketOf(string path) => IsS3(path) ? path[S3Location.Scheme.Length..].Split('/')[0] : "";

    /// <summary>Opens the whole of a bucket, without looking whether it is there.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <exception cref="ConfigurationException">It is no name of a bucket.</exception>
    public static IObjectStore OpenBucket(string bucket, string source) => OpenForWriting(S3Location.Scheme + bucket, source);

    /// <summary>Opens a folder, or what takes its place in S3, without looking whether it is there.</summary>
    /// <param name="path">The path; in S3 the slash at its end may be missing.</param>
    /// <exception cref="ConfigurationException">It is no path, or names a file.</exception>
    public static IObjectStore Open(string path) => OpenForWriting(path, path);

    /// <summary>Opens a folder to write to, which need not be there yet; a bucket has to.</summary>
    /// <param name="path">The path; in S3 the slash at its end may be missing.</param>
    /// <param name="source">What the user gave it as (<c>--output</c>), for messages.</param>
    /// <exception cref="ConfigurationException">It is no path, or names a file.</exception>
    public static IObjectStore OpenForWriting(string path, string source)
    {
        if (!IsS3(path))
        {
            return LocalPath.OpenForWriting(path, source);
        }

        S3Location location = S3Location.Parse(path, source);
        return new S3ObjectStore(S3ClientFactory.Shared, location.Bucket, location.Prefix);
    }

    /// <summary>Opens a file or folder that must be there; an object of exactly this key comes before a prefix.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">What the user gave it as (<c>--capture</c>), for messages.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <exception cref="ConfigurationException">There is nothing, or it may not be read.</exception>
    public static Task<IObjectStore> OpenExistingAsync(string path, string source, CancellationToken cancellationToken = default) =>
        IsS3(path)
            ? OpenExistingAsync(S3ClientFactory.Shared, S3Location.Parse(path, source), source, cancellationToken)
            : Task.FromResult(LocalPath.OpenExisting(path, source));

    /// <summary>Reads a file, or an object of exactly this key; null when there is none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">What the user gave it as (<c>--monitor</c>), for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">It is no path, or may not be read.</exception>
    public static async Task<byte[]?> ReadFileAsync(string path, string source, CancellationToken cancellationToken = default)
    {
        if (!IsS3(path))
        {
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false) : null;
        }

        S3Location location = S3Location.Parse(path, source);
        try
        {
            return await new S3ObjectStore(S3ClientFactory.Shared, location.Bucket)
                .ReadAllAsync(location.Key, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The path of something in a folder, without a slash at its end.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="key">The key from there; empty for the folder itself.</param>
    public static string Combine(string folder, string key)
    {
        if (!IsS3(folder))
        {
            return Path.TrimEndingDirectorySeparator(Path.Combine(folder, key.Replace('/', Path.DirectorySeparatorChar)));
        }

        string path = (folder.EndsWith('/') ? folder : folder + "/") + key;
        return path.EndsWith('/') ? path[..^1] : path;
    }

    /// <summary>The folder of a file.</summary>
    public static string FolderOf(string file) => IsS3(file)
        ? file[..(file.LastIndexOf('/') + 1)]
        : Path.GetDirectoryName(Path.GetFullPath(file))!;

    /// <summary>Whether a path lies in a folder, or is that folder; what is no folder holds nothing.</summary>
    /// <exception cref="ConfigurationException">A path of S3 names no bucket.</exception>
    public static bool IsWithin(string path, string folder)
    {
        if (!IsS3(path) || !IsS3(folder))
        {
            return !IsS3(path) && Directory.Exists(folder) && WithSlash(path).StartsWith(WithSlash(folder), StringComparison.Ordinal);
        }

        S3Location inner = S3Location.Parse(path, path);
        S3Location outer = S3Location.Parse(folder, folder);
        return inner.Bucket == outer.Bucket && inner.Prefix.StartsWith(outer.Prefix, StringComparison.Ordinal);
    }

    /// <summary>The key of a path in a folder, without a slash at its end; empty for the folder itself, null for a path elsewhere.</summary>
    /// <exception cref="ConfigurationException">A path of S3 names no bucket.</exception>
    public static string? KeyWithin(string path, string folder)
    {
        if (IsS3(path) != IsS3(folder))
        {
            return null;
        }

        if (!IsS3(path))
        {
            string from = WithSlash(folder);
            string to = WithSlash(path);
            return to.StartsWith(from, StringComparison.Ordinal)
                ? Path.TrimEndingDirectorySeparator(to[from.Length..]).Replace(Path.DirectorySeparatorChar, '/')
                : null;
        }

        S3Location inner = S3Location.Parse(path, path);
        S3Location outer = S3Location.Parse(folder, folder);
        return inner.Bucket == outer.Bucket && inner.Prefix.StartsWith(outer.Prefix, StringComparison.Ordinal)
            ? inner.Prefix[outer.Prefix.Length..].TrimEnd('/')
            : null;
    }

    /// <summary>Opens an object, or a prefix with at least one object, by a client of one's own.</summary>
    internal static async Task<IObjectStore> OpenExistingAsync(
        IAmazonS3 client, S3Location location, string source, CancellationToken cancellationToken)
    {
        if (location.Key.Length > 0 && !location.Key.EndsWith('/'))
        {
            int nameStart = location.Key.LastIndexOf('/') + 1;
            S3ObjectStore folder = new(client, location.Bucket, location.Key[..nameStart]);
            string name = location.Key[nameStart..];
            if (await folder.FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
            {
                return new SingleObjectStore(folder, name, location.ToString());
            }
        }

        S3ObjectStore store = new(client, location.Bucket, location.Prefix);
        await foreach (StoredObject _ in store.ListAsync("", null, cancellationToken).ConfigureAwait(false))
        {
            return store;
        }

        throw new ConfigurationException(source, "", $"there is no object or prefix '{location}'; check the path.");
    }

    private static string WithSlash(string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
