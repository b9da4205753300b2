using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineVersionBuilderTests
{
    private const string Csv = "age,plan\n20,a\n30,b\n";

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryObjectStore _store;

    public BaselineVersionBuilderTests() => _store = new MemoryObjectStore(_time);

    [Fact]
    public async Task BuildAsync_NewFile_IsTheBaselineThatRunsUse()
    {
        await PutAsync("datasets/churn/train.csv", Csv);
        await PutAsync("datasets/churn/train.csv.old.csv", "other\n1\n");
        _time.Advance(TimeSpan.FromMinutes(1));

        BaselineBuild build = (await BuildAsync("datasets/churn/train.csv"))!;
        Baseline baseline = await BaselineVersions.ReadCurrentAsync(_store, "churn");

        Assert.StartsWith("20261122T120000Z-", build.Version, StringComparison.Ordinal);
        Assert.Equal((build.Version, build.Version), (build.Current, baseline.Version));
        Assert.Equal(2, build.Built!.Reading.Rows);
        Assert.Equal(["age", "plan"], baseline.Constraints.Features.Select(feature => feature.Name));
        string manifest = await ReadAsync($"baselines/churn/{build.Version}/baseline.json");
        Assert.Contains("\"key\": \"datasets/churn/train.csv\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"createdAt\": \"2026-11-22T12:01:00+00:00\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildAsync_File_HasTheBytesThatTheCommandWrites()
    {
        await PutAsync("datasets/churn/train.csv", Csv);
        MemoryObjectStore input = new(_time);
        await input.PutAsync("train.csv", Encoding.UTF8.GetBytes(Csv));
        MemoryObjectStore output = new(_time);
        await BaselineBuilder.BuildAsync(
            new RunSettings { Monitor = "m", Input = input, Artifacts = output, Format = InputFormat.Csv }, "train.csv");

        BaselineBuild build = (await BuildAsync("datasets/churn/train.csv"))!;

        foreach (string file in new[] { "statistics.json", "constraints.json" })
        {
            Assert.Equal(await output.ReadAllAsync(file), await _store.ReadAllAsync($"baselines/churn/{build.Version}/{file}"));
        }
    }

    [Fact]
    public async Task BuildAsync_Again_ChangesNothing()
    {
        await PutAsync("datasets/churn/train.csv", Csv);
        BaselineBuild first = (await BuildAsync("datasets/churn/train.csv"))!;
        List<StoredObject> before = await _store.ListAsync("").ToListAsync();
        _time.Advance(TimeSpan.FromHours(1));

        BaselineBuild second = (await BuildAsync("datasets/churn/train.csv"))!;

        Assert.Equal(first with { Built = null }, second);
        Assert.Equal(before, await _store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task BuildAsync_OlderTrainingSetLate_IsKeptAndNotUsed()
    {
        await PutAsync("datasets/churn/old.csv", Csv);
        _time.Advance(TimeSpan.FromHours(1));
        await PutAsync("datasets/churn/new.csv", Csv + "40,c\n");
        BaselineBuild newer = (await BuildAsync("datasets/churn/new.csv"))!;

        BaselineBuild older = (await BuildAsync("datasets/churn/old.csv"))!;

        Assert.NotEqual(newer.Version, older.Version);
        Assert.Equal(newer.Version, older.Current);
        Assert.NotNull(older.Built);
    }

    [Fact]
    public async Task BuildAsync_Folder_IsOneTrainingSet()
    {
        await PutAsync("datasets/churn/2026/part-0.csv", Csv);
        await PutAsync("datasets/churn/2026/part-1.csv", "age,plan\n50,c\n");
        await PutAsync("datasets/churn/2026/_SUCCESS", "");

        BaselineBuild build = (await BuildAsync("datasets/churn/2026/_SUCCESS"))!;

        Assert.Equal(3, build.Built!.Reading.Rows);
    }

    [Fact]
    public async Task BuildAsync_FolderThatNamesItsModel_IsAVersionOfThatModel()
    {
        await PutAsync("datasets/churn/2026/part-0.csv", Csv);
        BaselineBuild unnamed = (await BuildAsync("datasets/churn/2026/_SUCCESS"))!;
        await PutAsync("datasets/churn/2026/_model.json", """{ "modelVersion": "churn/7", "madeBy": "execution 42", "more": [] }""");

        BaselineBuild named = (await BuildAsync("datasets/churn/2026/_SUCCESS"))!;

        Assert.NotEqual(unnamed.Version, named.Version);
        BaselineManifest manifest = BaselineManifest.Read(
            "baseline.json", await _store.ReadAllAsync($"baselines/churn/{named.Version}/baseline.json"));
        Assert.Equal(("churn/7", "a test for execution 42", 2L), (manifest.ModelVersion, manifest.MadeBy, manifest.Rows!.Value));
        Assert.Equal("datasets/churn/2026/part-0.csv", Assert.Single(manifest.Dataset).Key);
        Assert.Equal(RunEvaluator.EngineVersion, manifest.EngineVersion);
    }

    [Theory]
    [InlineData("[]", "_model.json: $: expected an object")]
    [InlineData("{\"modelVersion\":7}", "_model.json: $.modelVersion: expected a string")]
    [InlineData("{\"modelVersion\":\"\"}", "_model.json: $.modelVersion: expected a text of 1 to 2048 characters")]
    public async Task BuildAsync_ModelThatCannotBeRead_IsToldAndNothingIsMade(string content, string expected)
    {
        await PutAsync("datasets/churn/2026/part-0.csv", Csv);
        await PutAsync("datasets/churn/2026/_model.json", content);

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => BuildAsync("datasets/churn/2026/_SUCCESS"));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.ListAsync("baselines/").ToListAsync());
    }

    [Theory]
    [InlineData("train.csv", "1,a\n2,b\n", DatasetFileFormat.Csv, false, 2)]
    [InlineData("train", "1,a\n2,b\n", DatasetFileFormat.Csv, true, 1)]
    [InlineData("train", "{\"a\":1}\n", DatasetFileFormat.JsonLines, true, 1)]
    [InlineData("train.jsonl", "{\"a\":1}\n", DatasetFileFormat.Parquet, true, 1)]
    public async Task BuildAsync_Format_IsTheNamesElseTheMonitors(
        string name, string content, DatasetFileFormat format, bool hasHeader, int rows)
    {
        await PutAsync("datasets/churn/" + name, content);

        BaselineBuild build = (await BuildAsync("datasets/churn/" + name, new DatasetSection(format, hasHeader)))!;

        Assert.Equal(rows, build.Built!.Reading.Rows);
        Assert.Equal(0, build.Built.Reading.Unreadable);
    }

    [Fact]
    public async Task BuildAsync_Gone_IsNothing() => Assert.Null(await BuildAsync("datasets/churn/train.csv"));

    [Fact]
    public async Task BuildAsync_NoRows_IsTheUsersMistakeAndLeavesNothing()
    {
        await PutAsync("datasets/churn/train.csv", "age,plan\n");

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => BuildAsync("datasets/churn/train.csv"));

        Assert.StartsWith("datasets/churn/train.csv: the dataset has no rows", exception.Message, StringComparison.Ordinal);
        Assert.Single(await _store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task BuildAsync_ReplacedWhileItIsRead_PublishesNothing()
    {
        await PutAsync("datasets/churn/train.csv", Csv);
        ReplacingStore store = new(_store, "datasets/churn/train.csv", Encoding.UTF8.GetBytes(Csv + "40,c\n"));
        Assert.True(DatasetLocation.TryParse("datasets/churn/train.csv", out DatasetLocation? location, out _));

        await Assert.ThrowsAsync<IOException>(
            () => new BaselineVersionBuilder(store, _time, "a test").BuildAsync(location, new DatasetSection()));

        Assert.Single(await _store.ListAsync("").ToListAsync());
    }

    private Task<BaselineBuild?> BuildAsync(string key, DatasetSection? dataset = null)
    {
        Assert.True(DatasetLocation.TryParse(key, out DatasetLocation? location, out _));
        return new BaselineVersionBuilder(_store, _time, "a test").BuildAsync(location, dataset ?? new DatasetSection());
    }

    private Task<StoredObject?> PutAsync(string key, string content) => _store.PutAsync(key, Encoding.UTF8.GetBytes(content));

    private async Task<string> ReadAsync(string key) => Encoding.UTF8.GetString(await _store.ReadAllAsync(key));

    /// <summary>Replaces an object as soon as it is opened.</summary>
    private sealed class ReplacingStore(IObjectStore inner, string replaced, byte[] content) : IObjectStore
    {
        public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
            inner.ListAsync(prefix, startAfter, cancellationToken);

        public async Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default)
        {
            Stream stream = await inner.OpenReadAsync(key, offset, cancellationToken);
            await inner.PutAsync(replaced, content, default, cancellationToken);
            return stream;
        }

        public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

        public Task<StoredObject?> PutAsync(
            string key, ReadOnlyMemory<byte> bytes, PutCondition condition = default, CancellationToken cancellationToken = default) =>
            inner.PutAsync(key, bytes, condition, cancellationToken);
    }
}
