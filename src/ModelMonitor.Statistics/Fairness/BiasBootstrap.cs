using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Statistics.Fairness;

/// <summary>Confidence intervals of metrics that have none in closed form: the rows are drawn again, as often as there are, from the table of counts.</summary>
/// <remarks>
/// A metric has the normal interval with the spread of the draws, cut to the values it can have. Draws are seeded by the counts: equal tables give equal intervals.
/// </remarks>
public static class BiasBootstrap
{
    /// <summary>How often the rows are drawn.</summary>
    public const int Draws = 1_000;

    /// <summary>The interval of each metric; null where a metric has no value, or none in the draws.</summary>
    /// <param name="cells">The table.</param>
    /// <param name="hasGroups">Whether there is a group variable.</param>
    /// <param name="metrics">The metrics, which stay finite; the flip test needs rows and has no interval here.</param>
    /// <param name="z">The quantile of the normal distribution.</param>
    public static IReadOnlyList<ConfidenceInterval?> Intervals(
        FacetCells cells, bool hasGroups, IReadOnlyList<IBiasMetric> metrics, double z)
    {
        ConfidenceInterval?[] intervals = new ConfidenceInterval?[metrics.Count];
        int[] chosen = [.. Enumerable.Range(0, metrics.Count).Where(i => !metrics[i].Needs.HasFlag(BiasNeeds.Neighbours))];
        long total = 0;
        foreach (long cell in cells.Cells)
        {
            total += cell;
        }

        if (chosen.Length == 0 || total == 0)
        {
            return intervals;
        }

        double[] shares = [.. cells.Cells.ToArray().Select(cell => cell / (double)total)];
        Spread[] spreads = new Spread[chosen.Length];
        SeededDraws draws = new(Seed(cells));
        long[] drawn = new long[shares.Length];
        FacetCells table = new(drawn);
        for (int draw = 0; draw < Draws; draw++)
        {
            draws.Multinomial(total, shares, drawn);
            FacetCounts counts = FacetCounts.Of(table, hasGroups);
            for (int i = 0; i < chosen.Length; i++)
            {
                if (metrics[chosen[i]].Measure(counts).Value is { } value)
                {
                    spreads[i].Add(value);
                }
            }
        }

        FacetCounts observed = FacetCounts.Of(cells, hasGroups);
        for (int i = 0; i < chosen.Length; i++)
        {
            IBiasMetric metric = metrics[chosen[i]];
            intervals[chosen[i]] = metric.Measure(observed).Value is { } known ? spreads[i].Interval(known, z, metric) : null;
        }

        return intervals;
    }

    private static ulong Seed(FacetCells cells)
    {
        ulong seed = 0;
        foreach (long cell in cells.Cells)
        {
            seed = (seed ^ (ulong)cell) * 0x9E3779B97F4A7C15;
            seed ^= seed >> 29;
        }

        return seed;
    }

    private struct Spread
    {
        private long _count;
        private double _mean;
        private double _squares;

        public void Add(double value)
        {
            _count++;
            double difference = value - _mean;
            _mean += difference / _count;
            _squares += difference * (value - _mean);
        }

        public readonly ConfidenceInterval? Interval(double value, double z, IBiasMetric metric)
        {
            double half = z * Math.Sqrt(_squares / (_count - 1));
            return _count < 2 ? null : new ConfidenceInterval(Math.Max(metric.Least, value - half), Math.Min(metric.Most, value + half));
        }
    }
}
