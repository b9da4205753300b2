using System.Text;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class CategoryCountsStateLaws : StateLaws<CategoryCountsState>
{
    protected override void AddRows(CategoryCountsState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(TestRows.Category(row));
        }
    }

    /// <summary>The order of first appearance may differ, the counts not.</summary>
    protected override void AssertEquivalent(CategoryCountsState expected, CategoryCountsState actual) =>
        Assert.Equal(Sorted(expected), Sorted(actual));

    protected override void AssertRepeated(CategoryCountsState once, long times, CategoryCountsState repeated)
    {
        Assert.Equal(once.Count, repeated.Count);
        for (int i = 0; i < once.Count; i++)
        {
            Assert.Equal(once.GetText(i), repeated.GetText(i));
            Assert.Equal(once.GetCount(i) * times, repeated.GetCount(i));
        }
    }

    internal static SortedDictionary<string, long> Sorted(CategoryCountsState state)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < state.Count; i++)
        {
            counts.Add(Encoding.UTF8.GetString(state.GetText(i)), state.GetCount(i));
        }

        return counts;
    }
}
