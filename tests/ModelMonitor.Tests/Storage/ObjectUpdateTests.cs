using System.Globalization;
using System.Text;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Storage;

public sealed class ObjectUpdateTests
{
    private const string Key = "counts/a";

    private readonly MemoryObjectStore _store = new(TimeProvider.System);

    [Fact]
    public async Task UpdateAsync_WritersAtOnce_LoseNoChange()
    {
        const int Writers = 6;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(CountUpAsync)));

        Assert.Equal(Writers, await ReadAsync());
    }

    [Fact]
    public async Task UpdateAsync_NothingToWrite_LeavesTheObjectAlone()
    {
        await _store.PutAsync(Key, "7"u8.ToArray());
        StoredObject? before = await _store.FindAsync(Key);

        string result = await _store.UpdateAsync(Key, _ => Task.FromResult(new ObjectUpdate<string>("seen", Content: null)));

        Assert.Equal("seen", result);
        Assert.Equal(before, await _store.FindAsync(Key));
        Assert.Equal(7, await ReadAsync());
    }

    [Fact]
    public async Task UpdateAsync_AnotherComesBetween_ChangesWhatThatOneWrote()
    {
        await _store.PutAsync(Key, "1"u8.ToArray());
        bool isFirst = true;

        int result = await _store.UpdateAsync(Key, async _ =>
        {
            int seen = await ReadAsync();
            if (isFirst)
            {
                isFirst = false;
                await _store.PutAsync(Key, "10"u8.ToArray());
            }

            return new ObjectUpdate<int>(seen + 1, Write(seen + 1));
        });

        Assert.Equal(11, result);
        Assert.Equal(11, await ReadAsync());
    }

    [Fact]
    public async Task UpdateAsync_AnotherComesBetweenEachTime_GivesUpAndLosesNothing()
    {
        int theirs = 0;

        IOException exception = await Assert.ThrowsAsync<IOException>(() => _store.UpdateAsync(Key, async _ =>
        {
            await _store.PutAsync(Key, Write(++theirs));
            return new ObjectUpdate<int>(-1, Write(-1));
        }));

        Assert.Contains($"'{Key}' was changed by others", exception.Message, StringComparison.Ordinal);
        Assert.Equal(theirs, await ReadAsync());
    }

    private async Task CountUpAsync() => await _store.UpdateAsync(Key, async present =>
    {
        int count = present is null ? 0 : await ReadAsync();
        return new ObjectUpdate<int>(count + 1, Write(count + 1));
    });

    private async Task<int> ReadAsync() =>
        int.Parse(Encoding.ASCII.GetString(await _store.ReadAllAsync(Key)), CultureInfo.InvariantCulture);

    private static byte[] Write(int count) => Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture));
}
