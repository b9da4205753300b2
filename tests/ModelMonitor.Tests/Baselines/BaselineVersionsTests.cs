using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineVersionsTests
{
    private const string Constraints = """{"version":0.0,"features":[{"name":"a","inferred_type":"Integral","completeness":1.0}]}""";

    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(default));

    [Fact]
    public async Task ReadCurrentAsync_Nothing_SaysHowToMakeOne()
    {
        ConfigurationException exception = await FailAsync();

        Assert.StartsWith("baselines/churn/: the monitor has no baseline yet", exception.Message, StringComparison.Ordinal);
        Assert.Contains("put its training set under datasets/churn/", exception.Message, StringComparison.Ordinal);
        Assert.Contains("constraints.json and statistics.json of your own", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadCurrentAsync_FilesBesideTheVersions_AreTheBaseline()
    {
        await PutAsync("baselines/churn/constraints.json", Constraints);

        Baseline baseline = await BaselineVersions.ReadCurrentAsync(_store, "churn");

        Assert.Null(baseline.Version);
        Assert.Equal("a", Assert.Single(baseline.Constraints.Features).Name);
    }

    [Theory]
    [InlineData("""{ "version": "2024-from-sagemaker" }""")]
    [InlineData("\uFEFF{\"version\":\"2024-from-sagemaker\",\"note\":\"imported\"}")]
    public async Task ReadCurrentAsync_PointerWrittenByHand_NamesTheVersion(string pointer)
    {
        await PutAsync("baselines/churn/constraints.json", "[]");
        await PutAsync("baselines/churn/2024-from-sagemaker/constraints.json", Constraints);
        await PutAsync("baselines/churn/current.json", pointer);

        Baseline baseline = await BaselineVersions.ReadCurrentAsync(_store, "churn");

        Assert.Equal("2024-from-sagemaker", baseline.Version);
    }

    [Theory]
    [InlineData("", "baselines/churn/current.json: expected JSON, found an empty file")]
    [InlineData("{}", "baselines/churn/current.json: $.version: expected a value, found none")]
    [InlineData("""{"version":"../secrets"}""", "$.version: expected the name of a folder beside this file")]
    [InlineData("""{"version":".."}""", "$.version: expected the name of a folder beside this file")]
    [InlineData("""{"version":"a/b"}""", "$.version: expected the name of a folder beside this file")]
    [InlineData("""{"version":"v9"}""", "there is no baselines/churn/v9/constraints.json")]
    [InlineData("""{"version":"v1","datasetModifiedAt":"today"}""", "$.datasetModifiedAt: expected an instant such as")]
    public async Task ReadCurrentAsync_BadPointer_SaysWhatIsWrong(string pointer, string expected)
    {
        await PutAsync("baselines/churn/v1/constraints.json", Constraints);
        await PutAsync("baselines/churn/current.json", pointer);

        Assert.Contains(expected, (await FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadCurrentAsync_AnotherMonitorsBaseline_IsNotTaken()
    {
        await PutAsync("baselines/churn-2/constraints.json", Constraints);

        await FailAsync();
    }

    private Task<ConfigurationException> FailAsync() =>
        Assert.ThrowsAsync<ConfigurationException>(() => BaselineVersions.ReadCurrentAsync(_store, "churn"));

    private Task<StoredObject?> PutAsync(string key, string content) => _store.PutAsync(key, Encoding.UTF8.GetBytes(content));
}
