using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class GroundTruthStateLaws : StateLaws<GroundTruthState>
{
    protected override void AddRows(GroundTruthState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.AddPrediction(row % 10 == 0 ? default : EventKey.Of(BitConverter.GetBytes(row)).Id, isLabelled: row % 4 == 1);
        }

        state.AddMatches(count, count / 2);

        // All shards read the same labels.
        if (count > 0)
        {
            ReadingReport reading = new();
            reading.AddUnreadable("labels", 7, "no label");
            state.NoteLabels(123, reading);
        }
    }

    protected override void AssertEquivalent(GroundTruthState expected, GroundTruthState actual) => AssertRepeated(expected, 1, actual);

    protected override void AssertRepeated(GroundTruthState once, long times, GroundTruthState repeated)
    {
        Assert.Equal((once.Predictions * times, once.Labelled * times), (repeated.Predictions, repeated.Labelled));
        Assert.Equal((once.WithoutId * times, once.MatchedLabels * times), (repeated.WithoutId, repeated.MatchedLabels));
        Assert.Equal((once.Labels, once.LabelReading.Unreadable), (repeated.Labels, repeated.LabelReading.Unreadable));
        AssertSame(once.Sample, repeated.Sample);
    }

    private static void AssertSame(PredictionSample expected, PredictionSample actual) => Assert.Equal(expected.Events, actual.Events);
}
