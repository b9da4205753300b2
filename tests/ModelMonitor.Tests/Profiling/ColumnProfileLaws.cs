using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Profiling;

public sealed class ColumnProfileLaws : StateLaws<ColumnProfile>
{
    protected override void AddRows(ColumnProfile state, int first, int count) =>
        ProfileRows.AddBatches(first, count, columns: 1, batch => ProfileRows.AddFirstColumn(state, batch));

    protected override void AssertEquivalent(ColumnProfile expected, ColumnProfile actual) =>
        ProfileAssert.Equivalent(expected, actual, times: 1);

    protected override void AssertRepeated(ColumnProfile once, long times, ColumnProfile repeated) =>
        ProfileAssert.Equivalent(once, repeated, times);
}
