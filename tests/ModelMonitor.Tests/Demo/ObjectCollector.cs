using System.Runtime.CompilerServices;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Demo;

/// <summary>A store that only keeps what is put into it.</summary>
internal sealed class ObjectCollector : IObjectStore
{
    public SortedDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
    {
        Objects.Add(key, content.ToArray());
        return Task.FromResult<StoredObject?>(Describe(key));
    }

    public async IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (string key in Objects.Keys)
        {
            yield return Describe(key);
        }
    }

    public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        Task.FromResult<Stream>(new MemoryStream(Objects[key][(int)offset..]));

    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        Task.FromResult(Objects.ContainsKey(key) ? Describe(key) : null);

    private StoredObject Describe(string key) => new(key, Objects[key].Length, "", DateTimeOffset.UnixEpoch);
}
