using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Profiling;

public sealed class ColumnProfileLaws : StateLaws<ColumnProfile>
{
    protected override void AddRows(ColumnProfile state, int first, int count) =>
        ProfileRows.AddBatches(first, count, columns: 1, (batch, numbers) =>
        {
            long unusable = 0;
            int added = state.AddCells(batch, column: 0, numbers, ref unusable);
            state.Moments.Add(numbers.AsSpan(0, added));
            state.Sketch.Add(numbers.AsSpan(0, added));
        });

    protected override void AssertEquivalent(ColumnProfile expected, ColumnProfile actual) =>
        ProfileAssert.Equivalent(expected, actual, times: 1);

    protected override void AssertRepeated(ColumnProfile once, long times, ColumnProfile repeated) =>
        ProfileAssert.Equivalent(once, repeated, times);
}
