using ModelMonitor.Storage;
using Xunit;

namespace ModelMonitor.Testing;

/// <summary>What every store that decides by itself who of several writers comes first does alike, besides <see cref="ObjectStoreContract"/>.</summary>
public abstract class ConcurrentObjectStoreContract : ObjectStoreContract
{
    [ContractFact]
    public async Task PutAsync_ManyAtOnceIfNoneMatch_ExactlyOneWins()
    {
        IObjectStore store = CreateStore();
        for (int round = 0; round < 30; round++)
        {
            string key = $"round/{round}";
            StoredObject?[] results = await AtOnceAsync(8, i => PutAsync(store, key, $"writer {i}", PutCondition.Absent));

            int winner = Array.FindIndex(results, result => result is not null);
            Assert.Single(results, result => result is not null);
            Assert.Equal($"writer {winner}", await ReadAsync(store, key));
        }
    }

    [ContractFact]
    public async Task PutAsync_ManyAtOnceIfMatch_ExactlyOneWins()
    {
        IObjectStore store = CreateStore();
        StoredObject current = (await PutAsync(store, "key", "start"))!;
        for (int round = 0; round < 10; round++)
        {
            StoredObject?[] results = await AtOnceAsync(
                8, i => PutAsync(store, "key", $"round {round}, writer {i}", PutCondition.Matching(current.ETag)));

            int winner = Array.FindIndex(results, result => result is not null);
            current = Assert.Single(results, result => result is not null)!;
            Assert.Equal($"round {round}, writer {winner}", await ReadAsync(store, "key"));
        }
    }

    [ContractFact]
    public async Task PutAsync_ManyCountersAtOnce_LosesNoIncrement()
    {
        IObjectStore store = CreateStore();
        await PutAsync(store, "counter", "0");
        await AtOnceAsync(4, async _ =>
        {
            for (int done = 0; done < 5;)
            {
                StoredObject found = (await store.FindAsync("counter"))!;
                int next = int.Parse(await ReadAsync(store, "counter"), System.Globalization.CultureInfo.InvariantCulture) + 1;
                done += await PutAsync(store, "counter", $"{next}", PutCondition.Matching(found.ETag)) is null ? 0 : 1;
            }

            return true;
        });

        Assert.Equal("20", await ReadAsync(store, "counter")); // 4 writers, 5 increments each
    }

    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> work)
    {
        using SemaphoreSlim gate = new(0);
        Task<T>[] tasks = [.. Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await gate.WaitAsync();
            return await work(i);
        }))];
        gate.Release(count);
        return await Task.WhenAll(tasks);
    }
}
