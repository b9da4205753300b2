using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class DistributionSortTests
{
    private static readonly Gen<double> Any = Gen.OneOf(
        Gen.Int[-3, 3].Select(i => (double)i),
        Gen.Int[0, 4000].Select(i => i / 10.0),
        Gen.Double[-1, 1],
        Gen.Double[0, 30].Select(Math.Exp),
        Gen.OneOfConst(0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity));

    private static readonly Gen<double> Ordinary = Gen.OneOf(
        Gen.Int[0, 4000].Select(i => i / 10.0), Gen.Double[-1, 1], Gen.Double[0, 30].Select(Math.Exp), Gen.Const(-0.0), Gen.Const(0.0));

    [Fact]
    public void Sort_AnyNumbers_GivesJavasTotalOrder() => Any.Array[0, 400].Sample(AssertSortsAsByBits);

    [Fact]
    public void Sort_OrdinaryColumns_GivesJavasTotalOrder() => Ordinary.Array[500, 4500].Sample(AssertSortsAsByBits, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(70_000)]
    public void Sort_OneOutlierFarAway_GivesJavasTotalOrder(int length)
    {
        double[] items = new double[length];
        for (int i = 0; i < length; i++)
        {
            items[i] = i % 97 / 10.0;
        }

        items.AsSpan(..Math.Min(1, length)).Fill(1e300);
        AssertSortsAsByBits(items);
    }

    private static void AssertSortsAsByBits(double[] items)
    {
        double[] expected = [.. items];
        Array.Sort(expected, (a, b) => OrderedBits(a).CompareTo(OrderedBits(b)));
        DistributionSort.Sort(items);
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), items.Select(BitConverter.DoubleToInt64Bits));
    }

    private static long OrderedBits(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits - 1 : bits;
    }
}
