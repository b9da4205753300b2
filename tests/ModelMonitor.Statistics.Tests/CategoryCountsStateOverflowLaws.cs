using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

/// <summary>The laws for a column that soon has too many values to be counted.</summary>
public sealed class CategoryCountsStateOverflowLaws : StateLaws<CategoryCountsState>
{
    protected override void AddRows(CategoryCountsState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(TestRows.Text(row));
        }
    }

    protected override void AssertEquivalent(CategoryCountsState expected, CategoryCountsState actual)
    {
        Assert.Equal(expected.IsOverflowed, actual.IsOverflowed);
        Assert.Equal(CategoryCountsStateLaws.Sorted(expected), CategoryCountsStateLaws.Sorted(actual));
    }

    protected override void AssertRepeated(CategoryCountsState once, long times, CategoryCountsState repeated) =>
        Assert.True(once.IsOverflowed && repeated.IsOverflowed);
}
