using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Contracts;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Attribution;

public sealed class AttributionWeightsTests
{
    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task Read_BaselineOfSeveralLabels_SumsWhatAFeatureAdds()
    {
        AnalysisDocument analysis = new()
        {
            Attributions =
            [
                new LabelAttributions("a", [KeyValuePair.Create("age", 0.5), KeyValuePair.Create("plan", 0.1)], ExpectedValue: null),
                new LabelAttributions("b", [KeyValuePair.Create("age", -0.25)], ExpectedValue: null),
            ],
        };
        await _store.PutAsync(ObjectKeys.BaselinesOf("m-attribution") + ObjectKeys.Analysis, analysis.ToUtf8());

        IReadOnlyDictionary<string, double> weights = (await AttributionWeights.ReadAsync(_store, "m-attribution", default))!;

        Assert.Equal([("age", 0.75), ("plan", 0.1)], weights.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Read_NoBaselineYet_IsNull() => Assert.Null(await AttributionWeights.ReadAsync(_store, "m-attribution", default));
}
