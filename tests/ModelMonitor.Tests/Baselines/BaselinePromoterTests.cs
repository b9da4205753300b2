using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselinePromoterTests
{
    private const string Key = "baselines/churn/current.json";

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Noon.AddHours(1));
    private readonly MemoryObjectStore _store;

    public BaselinePromoterTests() => _store = new MemoryObjectStore(_time);

    [Fact]
    public async Task OfferAsync_NewerDataset_IsUsedAndNoted()
    {
        await OfferAsync("a", Noon);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new BaselineOffer("b", Waits: false), await OfferAsync("b", Noon.AddSeconds(1)));

        Assert.Equal(
            """
            {
              "version": "b",
              "datasetModifiedAt": "2026-11-22T12:00:01+00:00",
              "promotions": [
                {
                  "version": "a",
                  "at": "2026-11-22T13:00:00+00:00",
                  "by": "a test",
                  "datasetModifiedAt": "2026-11-22T12:00:00+00:00"
                },
                {
                  "version": "b",
                  "at": "2026-11-22T14:00:00+00:00",
                  "by": "a test",
                  "datasetModifiedAt": "2026-11-22T12:00:01+00:00"
                }
              ]
            }
            """,
            await ReadAsync(Key));
    }

    [Fact]
    public async Task OfferAsync_LateEventOfAnOlderDataset_ChangesNothing()
    {
        await OfferAsync("b", Noon);
        string before = await ReadAsync(Key);

        Assert.Equal(new BaselineOffer("b", Waits: false), await OfferAsync("a", Noon.AddSeconds(-1)));
        Assert.Equal(before, await ReadAsync(Key));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task OfferAsync_DatasetsOfOneSecond_EndWithTheSameInAnyOrder(string first, string second)
    {
        await OfferAsync(first, Noon);
        await OfferAsync(second, Noon);

        Assert.Equal("b", (await HistoryAsync()).Current.Version);
    }

    [Fact]
    public async Task OfferAsync_PersonChoseSinceTheDataset_LeavesTheChoice()
    {
        await PutPointerAsync("""{"version":"mine"}""");

        Assert.Equal("mine", (await OfferAsync("v2", Noon)).Current);
        Assert.Equal("v3", (await OfferAsync("v3", _time.GetUtcNow().AddSeconds(1))).Current);
    }

    [Fact]
    public async Task OfferAsync_UnreadablePointer_IsLeftForAPersonToMend()
    {
        await PutPointerAsync("{");

        await Assert.ThrowsAsync<ConfigurationException>(() => OfferAsync("v2", Noon));
        Assert.Equal("{", await ReadAsync(Key));
    }

    [Fact]
    public async Task OfferAsync_ManyAtOnce_EndWithTheNewest()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => OfferAsync($"v{i}", Noon.AddMinutes(i)))));

        Assert.Equal("v7", (await HistoryAsync()).Current.Version);
    }

    [Fact]
    public async Task OfferAsync_Manual_WaitsUnlessTheCurrentOneIsNewer()
    {
        Assert.Equal(new BaselineOffer(null, Waits: true), await OfferAsync("a", Noon, PromotionRule.Manual));
        Assert.Null(await _store.FindAsync(Key));
        await PublishAsync("a");
        await PromoteAsync("a");

        Assert.Equal(new BaselineOffer("a", Waits: false), await OfferAsync("a", Noon, PromotionRule.Manual));
        Assert.Equal(new BaselineOffer("a", Waits: false), await OfferAsync("old", Noon.AddDays(-1), PromotionRule.Manual));
        Assert.Equal(new BaselineOffer("a", Waits: true), await OfferAsync("b", Noon.AddDays(1), PromotionRule.Manual));
        Assert.Equal("a", (await HistoryAsync()).Current.Version);
    }

    [Fact]
    public async Task PromoteAsync_Version_IsNotedWithWhoAndWhy()
    {
        await OfferAsync("b", Noon);
        await PublishAsync("a");
        _time.Advance(TimeSpan.FromHours(1));

        PromotionResult result = await PromoteAsync("a", "the newer one has a wrong column");

        Assert.Equal(("b", true), (result.Previous, result.Changed));
        Assert.Equal(
            new BaselinePromotion("a", Noon.AddHours(2), "alice") { Reason = "the newer one has a wrong column" },
            (await HistoryAsync()).Current);
    }

    [Fact]
    public async Task PromoteAsync_CurrentVersion_ChangesNothing()
    {
        await PublishAsync("a");
        await PromoteAsync("a");
        string before = await ReadAsync(Key);

        Assert.False((await PromoteAsync("a")).Changed);
        Assert.Equal(before, await ReadAsync(Key));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("../other")]
    public async Task PromoteAsync_NoSuchVersion_IsTheUsersMistake(string version)
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => PromoteAsync(version));

        Assert.Contains($"there is no version '{version}' here", exception.Message, StringComparison.Ordinal);
        Assert.Null(await _store.FindAsync(Key));
    }

    [Fact]
    public async Task PromoteAsync_TwoAtOnce_AreBothInTheHistory()
    {
        await PublishAsync("a", "b");
        await PromoteAsync("a");
        InterruptedStore store = new(_store, async () => await OfferAsync("c", Noon.AddDays(1)));

        PromotionResult result = await new BaselinePromoter(store, _time).PromoteAsync("churn", "b", "alice", null);

        Assert.Equal("c", result.Previous);
        Assert.Equal(["a", "c", "b"], (await HistoryAsync()).Promotions.Select(promotion => promotion.Version));
    }

    [Fact]
    public async Task RollBackAsync_AgainAndAgain_GoesBackVersionByVersion()
    {
        await PublishAsync("a", "b", "c");
        foreach (string version in (string[])["a", "b", "c"])
        {
            await PromoteAsync(version);
            _time.Advance(TimeSpan.FromHours(1));
        }

        PromotionResult first = await RollBackAsync();
        PromotionResult second = await RollBackAsync();

        Assert.Equal(("b", "c"), (first.Current.Version, first.Previous));
        Assert.Equal(("a", "b"), (second.Current.Version, second.Previous));
        Assert.Equal("b", second.Current.RolledBack);
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(RollBackAsync);
        Assert.Contains("no version was current before 'a'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollBackAsync_AfterAnotherPromotion_GoesToTheVersionThatItReplaced()
    {
        await PublishAsync("a", "b", "c", "d");
        foreach (string version in (string[])["a", "b", "c"])
        {
            await PromoteAsync(version);
        }

        await RollBackAsync();
        await PromoteAsync("d");

        Assert.Equal("b", (await RollBackAsync()).Current.Version);
        Assert.Equal("a", (await RollBackAsync()).Current.Version);
    }

    [Fact]
    public async Task RollBackAsync_LateEventOfTheVersionThatWasLeft_DoesNotBringItBack()
    {
        await PublishAsync("a", "b");
        await OfferAsync("a", Noon.AddDays(-1));
        await OfferAsync("b", Noon);
        await RollBackAsync();

        Assert.Equal(new BaselineOffer("a", Waits: false), await OfferAsync("b", Noon));
        Assert.Equal("c", (await OfferAsync("c", _time.GetUtcNow().AddSeconds(1))).Current);
    }

    [Fact]
    public async Task RollBackAsync_AnotherVersionPromotedAtThatMoment_ChangesNothing()
    {
        await PublishAsync("a", "b", "c");
        await PromoteAsync("a");
        await PromoteAsync("b");
        InterruptedStore store = new(_store, async () => await PromoteAsync("c"));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => new BaselinePromoter(store, _time).RollBackAsync("churn", "alice", null));

        Assert.Contains("was moved from 'b' by another one", exception.Message, StringComparison.Ordinal);
        Assert.Equal("c", (await HistoryAsync()).Current.Version);
    }

    [Fact]
    public async Task RollBackAsync_NothingPromoted_IsTheUsersMistake() =>
        await Assert.ThrowsAsync<ConfigurationException>(RollBackAsync);

    [Fact]
    public async Task History_EditedByHand_KeepsWhatWasBefore()
    {
        await OfferAsync("a", Noon);
        await OfferAsync("b", Noon.AddSeconds(1));
        _time.Advance(TimeSpan.FromHours(1));
        await PutPointerAsync((await ReadAsync(Key)).Replace("\"version\": \"b\",\n  \"dataset", "\"version\": \"a\",\n  \"dataset", StringComparison.Ordinal));

        BaselineHistory history = await HistoryAsync();

        Assert.Equal(["a", "b", "a"], history.Promotions.Select(promotion => promotion.Version));
        Assert.Equal(new BaselinePromotion("a", Noon.AddHours(2), "by hand"), history.Current);
        Assert.Equal("a", (await OfferAsync("late", Noon.AddHours(1))).Current);
    }

    [Fact]
    public async Task History_ManyPromotions_KeepsTheNewest()
    {
        for (int i = 0; i <= BaselineHistory.MostKept; i++)
        {
            await OfferAsync($"v{i}", Noon.AddSeconds(i));
        }

        BaselineHistory history = await HistoryAsync();

        Assert.Equal((BaselineHistory.MostKept, "v1"), (history.Promotions.Count, history.Promotions[0].Version));
    }

    [Fact]
    public async Task History_ClockSetBack_StaysInOrder()
    {
        await OfferAsync("a", Noon);
        await new BaselinePromoter(_store, new ManualTimeProvider(Noon)).OfferAsync("churn", "b", Noon.AddSeconds(1), PromotionRule.Automatic, "a test");

        BaselineHistory history = await HistoryAsync();

        Assert.Equal(("b", Noon.AddHours(1)), (history.Current.Version, history.Current.At));
    }

    private Task<BaselineOffer> OfferAsync(string version, DateTimeOffset modifiedAt, PromotionRule rule = PromotionRule.Automatic) =>
        new BaselinePromoter(_store, _time).OfferAsync("churn", version, modifiedAt, rule, "a test");

    private Task<PromotionResult> PromoteAsync(string version, string? reason = null) =>
        new BaselinePromoter(_store, _time).PromoteAsync("churn", version, "alice", reason);

    private Task<PromotionResult> RollBackAsync() => new BaselinePromoter(_store, _time).RollBackAsync("churn", "alice", null);

    private async Task PublishAsync(params string[] versions)
    {
        foreach (string version in versions)
        {
            await _store.PutAsync($"baselines/churn/{version}/constraints.json", "{}"u8.ToArray());
        }
    }

    private async Task<BaselineHistory> HistoryAsync() => (await BaselineVersions.FindHistoryAsync(_store, "churn"))!;

    private Task<StoredObject?> PutPointerAsync(string content) => _store.PutAsync(Key, Encoding.UTF8.GetBytes(content));

    private async Task<string> ReadAsync(string key) => Encoding.UTF8.GetString(await _store.ReadAllAsync(key));

    /// <summary>A store in which something happens once, just before the first write.</summary>
    private sealed class InterruptedStore(IObjectStore inner, Func<Task> happens) : IObjectStore
    {
        private Func<Task>? _happens = happens;

        public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
            inner.ListAsync(prefix, startAfter, cancellationToken);

        public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
            inner.OpenReadAsync(key, offset, cancellationToken);

        public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

        public async Task<StoredObject?> PutAsync(
            string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _happens, null) is { } happens)
            {
                await happens();
            }

            return await inner.PutAsync(key, content, condition, cancellationToken);
        }
    }
}
