using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Tests.Profiling;

/// <summary>What it means that two profiles say the same: counts exactly, sums within 1e-12, ranks within the sketches' bound.</summary>
internal static class ProfileAssert
{
    private const double Tolerance = 1e-12;

    /// <summary>Checks that <paramref name="actual"/> has seen the rows of <paramref name="expected"/> so many times.</summary>
    public static void Equivalent(ColumnProfile expected, ColumnProfile actual, long times)
    {
        Assert.Equal(expected.Completeness.Present * times, actual.Completeness.Present);
        Assert.Equal(expected.Completeness.Missing * times, actual.Completeness.Missing);
        Assert.Equal(expected.Distinct.Estimate(), actual.Distinct.Estimate());
        foreach (CellType type in Enum.GetValues<CellType>())
        {
            Assert.Equal(expected.Types[type] * times, actual.Types[type]);
        }

        EquivalentNumbers(expected, actual, times);
        EquivalentCategories(expected.Categories, actual.Categories, times);
    }

    private static void EquivalentNumbers(ColumnProfile expected, ColumnProfile actual, long times)
    {
        Assert.Equal(expected.Moments.Count * times, actual.Moments.Count);
        Assert.Equal(expected.Moments.Minimum, actual.Moments.Minimum);
        Assert.Equal(expected.Moments.Maximum, actual.Moments.Maximum);
        Close(expected.Moments.Sum * times, actual.Moments.Sum);
        Close(expected.Moments.Mean, actual.Moments.Mean);
        Close(expected.Moments.StandardDeviation, actual.Moments.StandardDeviation);

        Assert.Equal(expected.Sketch.Count * times, actual.Sketch.Count);
        double difference = LInfinityDistance.Between(new SortedView(actual.Sketch), new SortedView(expected.Sketch)).Simple;
        Assert.InRange(difference, 0.0, expected.Sketch.NormalizedRankError + actual.Sketch.NormalizedRankError);
    }

    private static void EquivalentCategories(CategoryCountsState expected, CategoryCountsState actual, long times)
    {
        Assert.Equal(expected.IsOverflowed, actual.IsOverflowed);
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            int index = actual.Find(expected.GetText(i));
            Assert.NotEqual(-1, index);
            Assert.Equal(expected.GetCount(i) * times, actual.GetCount(index));
        }
    }

    private static void Close(double expected, double actual) =>
        Assert.InRange(actual, expected - Tolerance * Math.Abs(expected), expected + Tolerance * Math.Abs(expected));
}
