using System.Text;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests;

/// <summary>A local S3 that this process finds by its environment, as a user's does.</summary>
public sealed class LocalS3Fixture : IAsyncLifetime, IDisposable
{
    /// <summary>The bucket that is there from the start.</summary>
    public const string Bucket = "s3://monitoring";

    /// <summary>A bucket for the captures of an endpoint.</summary>
    public const string Captures = "s3://captures";

    /// <summary>A bucket for labels.</summary>
    public const string Labels = "s3://labels-elsewhere";

    private LocalS3? _server;

    public async Task InitializeAsync()
    {
        if (!LocalS3.IsPresent)
        {
            return;
        }

        _server = new LocalS3();
        foreach (string bucket in (string[])[Bucket, Captures, Labels])
        {
            await _server.MakeBucketAsync(bucket["s3://".Length..]);
        }

        foreach ((string name, string value) in _server.Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Writes a text below a path.</summary>
    public static async Task WriteAsync(string folder, string key, string content) =>
        await StorePath.OpenForWriting(folder, "test").PutAsync(key, Encoding.UTF8.GetBytes(content));

    /// <summary>All objects below a path.</summary>
    public static async Task<SortedDictionary<string, byte[]>> ReadAllAsync(string folder)
    {
        SortedDictionary<string, byte[]> found = new(StringComparer.Ordinal);
        IObjectStore store = StorePath.Open(folder);
        await foreach (StoredObject stored in store.ListAsync(""))
        {
            found.Add(stored.Key, await store.ReadAllAsync(stored.Key));
        }

        return found;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _server?.Dispose();
}
