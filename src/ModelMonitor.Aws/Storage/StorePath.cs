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
}
