using ModelMonitor.Profiling;

namespace ModelMonitor.Tests.Profiling;

public sealed class ColumnSetTests
{
    [Fact]
    public void Constructor_RepeatedNames_GetTheFirstFreeSuffix() => Assert.Equal(
        ["a", "a_2", "a_3", "a_4", "a_3_2", "b", "a_2_2", "a_5"],
        new ColumnSet("a", "a_2", "a", "a", "a_3", "b", "a_2", "a").Names);

    [Fact]
    public void Constructor_TenThousandTimesTheSameName_MakesFewStrings()
    {
        string[] names = new string[ColumnSet.MaximumColumns];
        Array.Fill(names, "a");

        long before = GC.GetAllocatedBytesForCurrentThread();
        ColumnSet columns = new(names);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("a_10000", columns.Names[^1]);

        // A string of its own for each name and two growing tables take 1.5 MB; a string for each try would take 1.6 GB.
        Assert.InRange(allocated, 0, 5_000_000);
    }

    [Fact]
    public void GetOrAdd_NamesAsUtf8AndAsText_AreTheSameColumns()
    {
        ColumnSet columns = new("a");

        Assert.Equal(0, columns.GetOrAdd("a"u8));
        Assert.Equal(1, columns.GetOrAdd("\u00FC"u8));
        Assert.Equal(1, columns.GetOrAdd("\u00FC"));
        Assert.Equal(1, columns.IndexOf("\u00FC"));
        Assert.Equal(-1, columns.IndexOf("A"));
    }

    [Fact]
    public void GetOrAdd_MoreThanASetHolds_AddsNone()
    {
        ColumnSet columns = new(Enumerable.Range(0, ColumnSet.MaximumColumns).Select(i => $"c{i}"));

        Assert.Equal(-1, columns.GetOrAdd("another"));
        Assert.Equal(ColumnSet.MaximumColumns, columns.Count);
    }
}
