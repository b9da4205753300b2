using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineReaderTests
{
    private const string Constraints = """{"version":0.0,"features":[{"name":"a","inferred_type":"Integral","completeness":1.0}]}""";

    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(default));

    [Fact]
    public async Task ReadAsync_NoConstraints_SaysWhatWasExpected()
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => BaselineReader.ReadAsync(_store, "", "my/folder"));

        Assert.StartsWith("my/folder: no constraints.json here", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NoStatistics_LeavesDriftOut()
    {
        await _store.PutAsync("b/constraints.json", Encoding.UTF8.GetBytes(Constraints));

        Baseline baseline = await BaselineReader.ReadAsync(_store, "b/", "b");

        Assert.Null(baseline.Statistics);
        Assert.Equal("a", Assert.Single(baseline.Constraints.Features).Name);
    }

    [Fact]
    public async Task ReadAsync_BadStatistics_NamesTheFile()
    {
        await _store.PutAsync("constraints.json", Encoding.UTF8.GetBytes(Constraints));
        await _store.PutAsync("statistics.json", "[]"u8.ToArray());

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => BaselineReader.ReadAsync(_store, "", "my/folder"));

        Assert.StartsWith("my/folder/statistics.json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyByteChanged_ChangesTheFingerprint() =>
        Assert.NotEqual(
            BaselineReader.Read("x", Encoding.UTF8.GetBytes(Constraints), null).Fingerprint,
            BaselineReader.Read("x", Encoding.UTF8.GetBytes(Constraints + " "), null).Fingerprint);
}
