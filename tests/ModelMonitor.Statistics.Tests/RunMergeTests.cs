using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class RunMergeTests
{
    private static readonly Gen<double> Number = Gen.OneOf(Gen.Int[-5, 5].Select(i => i / 2.0), Gen.Double[-1, 1], Gen.Const(-0.0));

    [Fact]
    public void TrySort_FewAscendingRuns_SortsAsDistributionSort() =>
        Number.Array[0, 60].Array[0, 8].Sample(runs =>
        {
            double[] items = [.. runs.SelectMany(run => run.Order())];
            double[] expected = [.. items];
            DistributionSort.Sort(expected);
            Assert.True(RunMerge.TrySort(items));
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), items.Select(BitConverter.DoubleToInt64Bits));
        });

    [Fact]
    public void TrySort_NineDescents_LeavesTheItemsAsTheyAre()
    {
        double[] items = [9, 8, 7, 6, 5, 4, 3, 2, 1];
        double[] before = [.. items];
        Assert.False(RunMerge.TrySort(items));
        Assert.Equal(before, items);
    }
}
