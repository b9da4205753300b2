using System.Runtime.Intrinsics;

namespace ModelMonitor.Statistics;

public sealed partial class MomentsState
{
    /// <summary>Adds to four states at once, with the same digits as one after the other.</summary>
    /// <remarks>
    /// Each step of the update waits for the division of the step before; four columns side by side wait
    /// together. The lanes of a vector round like scalars, and the order within each column is kept.
    /// </remarks>
    /// <param name="states">Four different states.</param>
    /// <param name="values">The numbers of the four, one behind the other, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance from one state's first number to the next one's.</param>
    /// <param name="counts">How many numbers each of the four has.</param>
    public static void AddFour(ReadOnlySpan<MomentsState> states, ReadOnlySpan<double> values, int stride, ReadOnlySpan<int> counts)
    {
        int together = Math.Min(Math.Min(counts[0], counts[1]), Math.Min(counts[2], counts[3]));
        if (Vector256.IsHardwareAccelerated && together > 0)
        {
            AddTogether(
                states,
                values[..together],
                values.Slice(stride, together),
                values.Slice(2 * stride, together),
                values.Slice(3 * stride, together));
        }
        else
        {
            together = 0;
        }

        for (int k = 0; k < 4; k++)
        {
            states[k].Add(values.Slice(k * stride + together, counts[k] - together));
        }
    }

    private static void AddTogether(
        ReadOnlySpan<MomentsState> states,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d)
    {
        MomentsState s0 = states[0];
        MomentsState s1 = states[1];
        MomentsState s2 = states[2];
        MomentsState s3 = states[3];
        Vector256<double> n = Vector256.Create(s0.Count, s1.Count, s2.Count, (double)s3.Count);
        Vector256<double> mean = Vector256.Create(s0._mean, s1._mean, s2._mean, s3._mean);
        Vector256<double> m2 = Vector256.Create(s0._m2, s1._m2, s2._m2, s3._m2);
        Vector256<double> sum = Vector256.Create(s0.Sum, s1.Sum, s2.Sum, s3.Sum);
        Vector256<double> minimum = Vector256.Create(s0.Minimum, s1.Minimum, s2.Minimum, s3.Minimum);
        Vector256<double> maximum = Vector256.Create(s0.Maximum, s1.Maximum, s2.Maximum, s3.Maximum);
        for (int i = 0; i < a.Length && i < b.Length && i < c.Length && i < d.Length; i++)
        {
            Vector256<double> x = Vector256.Create(a[i], b[i], c[i], d[i]);
            n += Vector256<double>.One;
            Vector256<double> delta = x - mean;
            Vector256<double> deltaN = delta / n;
            mean += deltaN;
            m2 += delta * (delta - deltaN);
            sum += x;
            minimum = Vector256.ConditionalSelect(Vector256.LessThan(x, minimum), x, minimum);
            maximum = Vector256.ConditionalSelect(Vector256.GreaterThan(x, maximum), x, maximum);
        }

        for (int k = 0; k < 4; k++)
        {
            MomentsState state = states[k];
            state.Count += a.Length;
            state._mean = mean[k];
            state._m2 = m2[k];
            state.Sum = sum[k];
            state.Minimum = minimum[k];
            state.Maximum = maximum[k];
        }
    }
}
