using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselinePublisherTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Noon.AddHours(1));
    private readonly MemoryObjectStore _store;

    public BaselinePublisherTests() => _store = new MemoryObjectStore(_time);

    [Fact]
    public async Task PublishAsync_NewVersion_CanBeReadOnceItIsCurrent()
    {
        await BaselinePublisher.PublishAsync(_store, Manifest("v1"), Result("age"));
        Assert.True(await BaselinePublisher.IsPublishedAsync(_store, "churn", "v1"));
        await new BaselinePromoter(_store, _time).PromoteAsync("churn", "v1", "a test", null);

        Baseline baseline = await BaselineVersions.ReadCurrentAsync(_store, "churn");

        Assert.Equal("v1", baseline.Version);
        Assert.Equal("age", Assert.Single(baseline.Constraints.Features).Name);
        Assert.NotNull(baseline.Statistics);
    }

    [Fact]
    public async Task PublishAsync_Manifest_TellsWhatItWasMadeOf()
    {
        await BaselinePublisher.PublishAsync(_store, Manifest("v1"), Result("age"));

        Assert.Equal(
            """
            {
              "format": 1,
              "monitor": "churn",
              "version": "v1",
              "dataset": [
                {
                  "key": "datasets/churn/a.csv",
                  "size": 5,
                  "eTag": "tag"
                }
              ],
              "datasetModifiedAt": "2026-11-22T12:00:00+00:00",
              "rows": 7,
              "unreadable": 0,
              "engineVersion": "1.2.3",
              "createdAt": "2026-11-22T13:00:00+00:00",
              "madeBy": "a test"
            }
            """,
            await ReadAsync("baselines/churn/v1/baseline.json"));
    }

    [Fact]
    public async Task PublishAsync_CompleteVersion_IsLeftAsItIs()
    {
        await BaselinePublisher.PublishAsync(_store, Manifest("v1"), Result("age"));
        List<StoredObject> before = await _store.ListAsync("").ToListAsync();
        _time.Advance(TimeSpan.FromHours(1));

        await BaselinePublisher.PublishAsync(_store, Manifest("v1"), Result("other"));

        Assert.Equal(before, await _store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task PublishAsync_FolderOfABrokenOffBuild_IsCompleted()
    {
        await _store.PutAsync("baselines/churn/v1/statistics.json", "of an engine that died"u8.ToArray());

        await BaselinePublisher.PublishAsync(_store, Manifest("v1"), Result("age"));

        Assert.Equal(Encoding.UTF8.GetString(Result("age").Statistics.ToUtf8()), await ReadAsync("baselines/churn/v1/statistics.json"));
        Assert.True(await BaselinePublisher.IsPublishedAsync(_store, "churn", "v1"));
    }

    private static BaselineManifest Manifest(string version) => new()
    {
        Monitor = "churn",
        Version = version,
        Dataset = [new BaselineDatasetObject("datasets/churn/a.csv", 5, "tag")],
        DatasetModifiedAt = Noon,
        Rows = 7,
        EngineVersion = "1.2.3",
        CreatedAt = Noon.AddHours(1),
        MadeBy = "a test",
    };

    private static BaselineResult Result(string feature)
    {
        StatisticsDocument statistics = new(7, [new FeatureStatistics(feature, InferredType.Unknown, String: new StringStatistics(0, 7, 0, null))]);
        return new BaselineResult(statistics, ConstraintSuggester.Suggest(statistics), new ReadingReport());
    }

    private async Task<string> ReadAsync(string key) => Encoding.UTF8.GetString(await _store.ReadAllAsync(key));
}
