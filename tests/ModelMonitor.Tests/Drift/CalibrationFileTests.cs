using System.Text;
using ModelMonitor.Drift;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Drift;

public sealed class CalibrationFileTests
{
    private const string Key = "baselines/m/v/calibration.json";
    private static readonly DriftMethod Method = DriftMethods.Find("js_distance_base2_10")!;
    private static readonly DriftSample Reference = new(Categories: new CategoryDistribution(
        [KeyValuePair.Create("a", 600L), KeyValuePair.Create("b", 400L)]));

    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task Keep_WhatWasSimulated_IsReadToTheLastDigitAndSparesTheSimulation()
    {
        CalibrationFile file = new(_store, Key, "b1");
        NullDistributions first = await file.ReadAsync(default);
        double pValue = first.Of(Method, "plan", Reference, 333)!.Value.UpperTail(0.1);

        Assert.True(first.HasNews);
        await file.KeepAsync(first, default);
        NullDistributions second = await file.ReadAsync(default);

        Assert.Equal(first.Known, second.Known);
        Assert.Equal(pValue, second.Of(Method, "plan", Reference, 333)!.Value.UpperTail(0.1));
        Assert.False(second.HasNews);
    }

    [Fact]
    public async Task Keep_OfAMethodWithoutChance_IsKnownToo()
    {
        CalibrationFile file = new(_store, Key, "b1");
        NullDistributions first = await file.ReadAsync(default);
        DriftSample constant = new(Categories: new CategoryDistribution([KeyValuePair.Create("a", 600L)]));
        Assert.Equal(new NullDistribution(0.0, 0.0), first.Of(Method, "plan", constant, 100));

        await file.KeepAsync(first, default);
        NullDistributions second = await file.ReadAsync(default);

        Assert.Equal(new NullDistribution(0.0, 0.0), second.Of(Method, "plan", constant, 100));
        Assert.False(second.HasNews);
    }

    [Fact]
    public async Task Keep_NothingNew_WritesNothing()
    {
        CalibrationFile file = new(_store, Key, "b1");

        await file.KeepAsync(await file.ReadAsync(default), default);

        Assert.Null(await _store.FindAsync(Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"version":2,"baseline":"b1","distributions":[null]}""")]
    [InlineData("""{"version":2,"baseline":"b1","distributions":null}""")]
    [InlineData("""{"version":1,"baseline":"b1","distributions":[{"column":"plan","method":"psi_10","rowCountClass":4,"mean":null,"standardDeviation":null}]}""")]
    [InlineData("""{"version":99,"baseline":"b1","distributions":[{"column":"plan","method":"psi_10","rowCountClass":4,"mean":1,"standardDeviation":1}]}""")]
    [InlineData("""{"version":2,"baseline":"another","distributions":[{"column":"plan","method":"psi_10","rowCountClass":4,"mean":1,"standardDeviation":1}]}""")]
    public async Task Read_DamagedOrOfAnother_KnowsNothing(string content)
    {
        await _store.PutAsync(Key, Encoding.UTF8.GetBytes(content));

        Assert.Empty((await new CalibrationFile(_store, Key, "b1").ReadAsync(default)).Known);
    }
}
