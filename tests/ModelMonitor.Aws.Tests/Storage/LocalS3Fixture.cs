using Amazon.Runtime;
using Amazon.S3;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>One local S3 for all tests that need it.</summary>
public sealed class LocalS3Fixture : IAsyncLifetime, IDisposable
{
    /// <summary>The bucket that is there from the start.</summary>
    public const string Bucket = "contract";

    private LocalS3? _server;
    private int _stores;

    /// <summary>A client of the server.</summary>
    public IAmazonS3 Client { get; private set; } = null!;

    /// <summary>A new, empty store.</summary>
    public S3ObjectStore CreateStore() => new(Client, Bucket, $"store {Interlocked.Increment(ref _stores)}/");

    public async Task InitializeAsync()
    {
        if (LocalS3.IsPresent)
        {
            _server = new LocalS3();
            await _server.MakeBucketAsync(Bucket);
            Client = S3ClientFactory.Create(_server.Variables.GetValueOrDefault, new BasicAWSCredentials("test", "test"));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Client?.Dispose();
        _server?.Dispose();
    }
}
