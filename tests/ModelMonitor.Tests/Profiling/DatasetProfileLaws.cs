using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Profiling;

public sealed class DatasetProfileLaws : StateLaws<DatasetProfile>
{
    [Fact]
    public void Merge_OfAProfileWhoseReaderJustNamedAColumn_CountsItAsMissing()
    {
        DatasetProfile state = Rows(0, 100);
        DatasetProfile other = Rows(100, 50);
        other.Columns.GetOrAdd("late");

        state.MergeFrom(other);

        Assert.Equal(150, state.Find("late")!.Completeness.Missing);
        Assert.Equal(50, other.Find("late")!.Completeness.Missing);
        Assert.Equal(150, state.RowCount);
    }

    /// <summary>Rows of three columns, of which the third comes only with rows from 500 on.</summary>
    protected override void AddRows(DatasetProfile state, int first, int count)
    {
        int before = Math.Clamp(500 - first, 0, count);
        Add(state, first, before, columns: 2);
        Add(state, first + before, count - before, columns: 3);
    }

    protected override void AssertEquivalent(DatasetProfile expected, DatasetProfile actual) =>
        AssertEquivalent(expected, actual, times: 1);

    protected override void AssertRepeated(DatasetProfile once, long times, DatasetProfile repeated) =>
        AssertEquivalent(once, repeated, times);

    private static void Add(DatasetProfile state, int first, int count, int columns)
    {
        for (int column = 0; column < columns && count > 0; column++)
        {
            state.Columns.GetOrAdd($"column {column}");
        }

        // A damaged state may have other names in the first places: then the rows just go there.
        ProfileRows.AddBatches(first, count, columns, state.Add);
    }

    private static void AssertEquivalent(DatasetProfile once, DatasetProfile repeated, long times)
    {
        Assert.Equal(once.RowCount * times, repeated.RowCount);
        Assert.Equal(once.Columns.Names.Order(StringComparer.Ordinal), repeated.Columns.Names.Order(StringComparer.Ordinal));
        foreach (string name in once.Columns.Names)
        {
            ProfileAssert.Equivalent(once.Find(name)!, repeated.Find(name)!, times);
        }
    }
}
