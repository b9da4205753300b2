using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineBuilderTests
{
    private readonly MemoryObjectStore _dataset = new(new ManualTimeProvider(default));
    private readonly MemoryObjectStore _output = new(new ManualTimeProvider(default));

    [Fact]
    public async Task BuildAsync_FolderOfFiles_IsOneDataset()
    {
        await _dataset.PutAsync("a.csv", "x,y\n1,u\n2,v\n"u8.ToArray());
        await _dataset.PutAsync("b.csv", "x,y\n3,u\n"u8.ToArray());

        BaselineResult result = await BuildAsync(InputFormat.Csv);

        Assert.Equal(3, result.Statistics.ItemCount);
        Assert.Equal(["x", "y"], result.Constraints.Features.Select(feature => feature.Name));
    }

    [Fact]
    public async Task BuildAsync_JsonLines_ListsTheColumnsByName()
    {
        await _dataset.PutAsync("a.jsonl", "{\"b\":1,\"a\":{\"z\":2,\"y\":null}}\n{\"A\":true}\n"u8.ToArray());

        BaselineResult result = await BuildAsync(InputFormat.JsonLines);

        Assert.Equal(["A", "a.y", "a.z", "b"], result.Statistics.Features.Select(feature => feature.Name));
    }

    [Theory]
    [InlineData("", "the dataset has no rows")]
    [InlineData("x,y\n", "the dataset has no rows")]
    [InlineData("x,y\n1\n", "not a single row could be read as CSV with a header; first, a.csv:2: expected 2 fields, found 1")]
    public async Task BuildAsync_NoRow_SaysWhyAndWritesNothing(string content, string expected)
    {
        await _dataset.PutAsync("a.csv", Encoding.UTF8.GetBytes(content));

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => BuildAsync(InputFormat.Csv));

        Assert.StartsWith($"train: {expected}", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await _output.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task BuildAsync_NoFile_SaysSo()
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => BuildAsync(InputFormat.Csv));

        Assert.Equal("train: there is no file here; expected a training set", exception.Message);
    }

    private Task<BaselineResult> BuildAsync(InputFormat format) => BaselineBuilder.BuildAsync(
        new RunSettings { Monitor = "m", Input = _dataset, Artifacts = _output, Format = format }, "train");
}
