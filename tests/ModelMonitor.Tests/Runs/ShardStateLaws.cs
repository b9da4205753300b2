using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Profiling;

namespace ModelMonitor.Tests.Runs;

public class ShardStateLaws : StateLaws<ShardState<ColumnProfile>>
{
    protected override void AddRows(ShardState<ColumnProfile> state, int first, int count)
    {
        ProfileRows.AddBatches(first, count, columns: 1, batch => ProfileRows.AddFirstColumn(state.Content, batch));
        state.Reading.AddRows(count);
    }

    protected override void AssertEquivalent(ShardState<ColumnProfile> expected, ShardState<ColumnProfile> actual) =>
        AssertRepeated(expected, 1, actual);

    protected override void AssertRepeated(ShardState<ColumnProfile> once, long times, ShardState<ColumnProfile> repeated)
    {
        ProfileAssert.Equivalent(once.Content, repeated.Content, times);
        Assert.Equal(once.Reading.Rows * times, repeated.Reading.Rows);
    }
}
