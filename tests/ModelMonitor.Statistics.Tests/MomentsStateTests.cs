using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class MomentsStateTests
{
    [Fact]
    public void Moments_OfNothing_AreDefined()
    {
        MomentsState state = new();

        Assert.Equal((0L, 0.0, 0.0, 0.0), (state.Count, state.Sum, state.Mean, state.StandardDeviation));
        Assert.Equal((double.PositiveInfinity, double.NegativeInfinity), (state.Minimum, state.Maximum));
    }

    [Fact]
    public void StandardDeviation_IsThePopulations()
    {
        MomentsState state = new();
        state.Add([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);

        Assert.Equal(2.0, state.StandardDeviation); // √(32 / 8); the sample's would be √(32 / 7)
        Assert.Equal(5.0, state.Mean);
        Assert.Equal(40.0, state.Sum);
        Assert.Equal((2.0, 9.0), (state.Minimum, state.Maximum));
    }

    [Fact]
    public void Add_OfASingleNumber_HasNoSpread()
    {
        MomentsState state = new();
        state.Add(-3.5);

        Assert.Equal((1L, -3.5, -3.5, 0.0, -3.5, -3.5), (state.Count, state.Sum, state.Mean, state.StandardDeviation, state.Minimum, state.Maximum));
    }

    /// <summary>The loop is Spark's CentralMomentAgg update, and a sum from left to right, written out.</summary>
    [Fact]
    public void Add_InBatchesOfAnySize_HasTheBitsOfAPlainLoop() =>
        Gen.Select(Gen.Double[-1e9, 1e9].Array[1, 300], Gen.Int[1, 50]).Sample(
            (numbers, batch) =>
            {
                MomentsState state = new();
                for (int i = 0; i < numbers.Length; i += batch)
                {
                    state.Add(numbers.AsSpan(i, Math.Min(batch, numbers.Length - i)));
                }

                double n = 0.0, average = 0.0, m2 = 0.0, sum = 0.0;
                foreach (double x in numbers)
                {
                    n += 1.0;
                    double d = x - average;
                    double dn = d / n;
                    average += dn;
                    m2 += d * (d - dn);
                    sum += x;
                }

                AssertSameBits(sum, state.Sum);
                AssertSameBits(sum / n, state.Mean);
                AssertSameBits(Math.Sqrt(m2 / n), state.StandardDeviation);
                Assert.Equal(numbers.Min(), state.Minimum);
                Assert.Equal(numbers.Max(), state.Maximum);
            },
            iter: 2_000);

    [Fact]
    public void Add_OfMoreThanTwoToThe21Numbers_StaysRight()
    {
        // 1 … n: sum n(n+1)/2, population variance (n² - 1) / 12.
        const int N = (1 << 21) + 101;
        MomentsState state = new();
        double[] batch = new double[512];
        for (int next = 1; next <= N;)
        {
            int size = Math.Min(batch.Length, N + 1 - next);
            for (int i = 0; i < size; i++)
            {
                batch[i] = next++;
            }

            state.Add(batch.AsSpan(0, size));
        }

        double expected = Math.Sqrt(((double)N * N - 1.0) / 12.0);
        Assert.Equal(N, state.Count);
        Assert.Equal((double)N * (N + 1) / 2.0, state.Sum);
        Assert.InRange(state.StandardDeviation, expected * (1 - 1e-12), expected * (1 + 1e-12));
    }

    [Fact]
    public void Merge_OfPartsFarApart_HasTheSpreadOfTheWhole()
    {
        MomentsState low = new();
        MomentsState high = new();
        low.Add([1.0, 2.0, 3.0]);
        high.Add([1e6 + 1.0, 1e6 + 2.0, 1e6 + 3.0]);
        low.MergeFrom(high);

        // Variance within (2/3) plus between ((1e6 / 2)²).
        double expected = Math.Sqrt(2.0 / 3.0 + 2.5e11);
        Assert.InRange(low.StandardDeviation, expected * (1 - 1e-12), expected * (1 + 1e-12));
    }

    [Fact]
    public void Merge_OfEqualZeros_KeepsTheFirstAsAddingDoes()
    {
        MomentsState whole = new();
        whole.Add([0.0, -0.0]);
        MomentsState first = new();
        first.Add(0.0);
        MomentsState second = new();
        second.Add(-0.0);
        first.MergeFrom(second);

        AssertSameBits(whole.Minimum, first.Minimum);
        AssertSameBits(whole.Maximum, first.Maximum);
    }

    private static void AssertSameBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}
