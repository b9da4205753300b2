using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>Simulates what a method measures when a window and a baseline are two samples of what the baseline's profile shows.</summary>
/// <remarks>
/// Both sides are drawn anew each time, so that the baseline's own chance counts too. Numbers are drawn from at most 128
/// cells of equal share. The seed comes from column, method and size: the same question has the same answer.
/// </remarks>
public static class NullSimulation
{
    private const int Rounds = 256;
    private const int Cells = 128;
    private const int LeastCompared = 32;

    /// <summary>The null distribution of a method's statistic; null where the reference has nothing that the method compares, or draws of it could hardly ever be compared.</summary>
    /// <param name="method">The method.</param>
    /// <param name="column">The column's name, for the seed alone.</param>
    /// <param name="reference">The column in the baseline.</param>
    /// <param name="size">How many values the window has.</param>
    public static NullDistribution? Run(DriftMethod method, string column, DriftSample reference, long size)
    {
        SeededDraws draws = new(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(
            string.Create(CultureInfo.InvariantCulture, $"{method.Id} {size} {column}").AsSpan())));
        if (reference.Numbers is { TotalWeight: > 0 } numbers && method.Inputs.HasFlag(DriftInputs.Numbers))
        {
            (double[] values, double[] shares) = CellsOf(numbers, Cells);
            long baseline = Math.Max(1L, (long)EffectiveSize.Of(numbers, EffectiveSize.InTheMiddle));
            long[] counts = new long[values.Length];
            DriftSample Draw(long total)
            {
                draws.Multinomial(total, shares, counts);
                return new DriftSample(ViewOf(values, counts), Moments: reference.Moments);
            }

            return Simulate(method, () => Draw(size), () => Draw(baseline));
        }

        if (reference.Categories is { Total: > 0 } categories && method.Inputs.HasFlag(DriftInputs.Categories))
        {
            string[] names = categories.Categories.ToArray();
            double[] shares = [.. categories.Counts.ToArray().Select(count => count / (double)categories.Total)];
            long[] counts = new long[names.Length];
            DriftSample Draw(long total)
            {
                draws.Multinomial(total, shares, counts);
                return new DriftSample(Categories: new CategoryDistribution(names.Zip(counts, KeyValuePair.Create)));
            }

            return Simulate(method, () => Draw(size), () => Draw(categories.Total));
        }

        return null;
    }

    private static NullDistribution? Simulate(DriftMethod method, Func<DriftSample> current, Func<DriftSample> reference)
    {
        double mean = 0.0;
        double squares = 0.0;
        int compared = 0;
        for (int round = 0; round < Rounds; round++)
        {
            DriftMeasurement measured = method.Measure(current(), reference());
            if (measured.IsCompared)
            {
                compared++;
                double difference = measured.Statistic - mean;
                mean += difference / compared;
                squares += difference * (measured.Statistic - mean);
            }
        }

        return compared < LeastCompared ? null : new NullDistribution(mean, Math.Sqrt(squares / (compared - 1)));
    }

    /// <summary>The numbers of a view in at most about so many cells, each at its mean.</summary>
    internal static (double[] Values, double[] Shares) CellsOf(SortedView view, int count)
    {
        List<double> values = [];
        List<double> shares = [];
        double total = view.TotalWeight;
        double begun = 0.0;
        double sum = 0.0;
        double before = 0.0;
        for (int i = 0; i < view.Values.Length; i++)
        {
            double rank = view.Ranks[i] / total;
            sum += view.Values[i] * (rank - before);
            before = rank;
            if (rank - begun >= 1.0 / count || i == view.Values.Length - 1 || view.Values.Length <= count)
            {
                values.Add(sum / (rank - begun));
                shares.Add(rank - begun);
                begun = rank;
                sum = 0.0;
            }
        }

        return ([.. values], [.. shares]);
    }

    /// <summary>The view of values drawn so often.</summary>
    internal static SortedView ViewOf(double[] values, long[] counts)
    {
        List<double> drawn = new(values.Length);
        List<long> ranks = new(values.Length);
        long rank = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (counts[i] > 0)
            {
                rank += counts[i];
                drawn.Add(values[i]);
                ranks.Add(rank);
            }
        }

        return new SortedView([.. drawn], [.. ranks]);
    }
}
