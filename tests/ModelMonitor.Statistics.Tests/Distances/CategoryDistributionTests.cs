using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Tests.Distances;

public sealed class CategoryDistributionTests
{
    [Fact]
    public void Constructor_SortsOrdinallyAndAddsUpRepeatedCategories()
    {
        CategoryDistribution distribution = new(
            [new("b", 1), new("B", 2), new("a", 4), new("b", 8), new("never", 0), new("", 16)]);

        Assert.Equal(["", "B", "a", "b"], distribution.Categories.ToArray());
        Assert.Equal([16L, 2L, 4L, 9L], distribution.Counts.ToArray());
        Assert.Equal(31, distribution.Total);
        Assert.Equal(9, distribution.CountOf("b"));
        Assert.Equal(0, distribution.CountOf("never"));
    }

    [Fact]
    public void Constructor_OfANegativeCount_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CategoryDistribution([new("a", -1)]));

    [Fact]
    public void Of_AStateOfCounts_HasItsCounts()
    {
        CategoryCountsState state = new();
        state.Add("b"u8);
        state.Add("a"u8, 2);
        state.Add([0xFF]);
        state.Add([0xFE]);
        CategoryDistribution distribution = CategoryDistribution.Of(state)!;

        Assert.Equal(["a", "b", "\uFFFD"], distribution.Categories.ToArray());
        Assert.Equal([2L, 1L, 2L], distribution.Counts.ToArray());
    }

    [Fact]
    public void Of_AnOverflowedState_IsNull()
    {
        CategoryCountsState state = new();
        for (int i = 0; i <= CategoryCountsState.MaximumCategories; i++)
        {
            state.Add(TestRows.Text(i));
        }

        Assert.Null(CategoryDistribution.Of(state));
    }
}
