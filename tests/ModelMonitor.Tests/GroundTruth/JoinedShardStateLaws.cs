using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>The laws of a shard's state whose rows were joined with labels.</summary>
public sealed class JoinedShardStateLaws : ShardStateLaws
{
    protected override void AddRows(ShardState<ColumnProfile> state, int first, int count)
    {
        base.AddRows(state, first, count);
        if (count > 0)
        {
            state.GroundTruth ??= GroundTruthState.CreateEmpty();
        }

        for (int row = first; row < first + count; row++)
        {
            state.GroundTruth!.AddPrediction(EventKey.Of(BitConverter.GetBytes(row)).Id, row % 2 == 0);
        }
    }

    protected override void AssertRepeated(ShardState<ColumnProfile> once, long times, ShardState<ColumnProfile> repeated)
    {
        base.AssertRepeated(once, times, repeated);
        Assert.Equal(once.GroundTruth?.Labelled * times, repeated.GroundTruth?.Labelled);
        Assert.Equal(once.GroundTruth?.Sample.Events, repeated.GroundTruth?.Sample.Events);
    }
}
