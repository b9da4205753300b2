using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Statistics.Fairness;

/// <summary>Confidence intervals of metrics that have none in closed form: the rows are drawn again, as often as there are, from the table of counts.</summary>
/// <remarks>
/// A metric that stays finite has the normal interval with the spread of the draws; a quotient that can be infinite has the least and
/// the largest of the draws, half a row being added to each cell, so that a zero below the line is not taken for certain.
/// Draws are seeded by the counts: equal tables give equal intervals.
/// </remarks>
public static class BiasBootstrap
{
    /// <summary>How often the rows are drawn.</summary>
    public const int Draws = 1_000;

    /// <summary>The interval of each metric; null where a metric has no value, or none in the draws.</summary>
    /// <param name="cells">The table.</param>
    /// <param name="hasGroups">Whether there is a group variable.</param>
    /// <param name="metrics">The metrics; the flip test needs rows and has no interval here.</param>
    /// <param name="z">The quantile of the normal distribution.</param>
    public static IReadOnlyList<ConfidenceInterval?> Intervals(
        FacetCells cells, bool hasGroups, IReadOnlyList<IBiasMetric> metrics, double z)
    {
        ConfidenceInterval?[] intervals = new ConfidenceInterval?[metrics.Count];
        Fill(intervals, cells, hasGroups, metrics, z, isUnbounded: false);
        Fill(intervals, cells, hasGroups, metrics, z, isUnbounded: true);
        return intervals;
    }

    private static void Fill(
        ConfidenceInterval?[] intervals, FacetCells cells, bool hasGroups, IReadOnlyList<IBiasMetric> metrics, double z, bool isUnbounded)
    {
        int[] chosen = [.. Enumerable.Range(0, metrics.Count).Where(i =>
            metrics[i].IsUnbounded == isUnbounded && !metrics[i].Needs.HasFlag(BiasNeeds.Neighbours))];
        long total = 0;
        foreach (long cell in cells.Cells)
        {
            total += cell;
        }

        if (chosen.Length == 0 || total == 0)
        {
            return;
        }

        bool keepsGroups = hasGroups && !isUnbounded;
        double[] shares = Shares(cells, keepsGroups, isUnbounded);
        Spread[] spreads = new Spread[chosen.Length];
        SeededDraws draws = new(Seed(cells));
        long[] drawn = new long[shares.Length];
        FacetCells table = new(drawn);
        for (int draw = 0; draw < Draws; draw++)
        {
            draws.Multinomial(total, shares, drawn);
            FacetCounts counts = FacetCounts.Of(table, keepsGroups);
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
            double? value = metrics[chosen[i]].Measure(observed).Value;
            intervals[chosen[i]] = value is { } known ? spreads[i].Interval(known, z, isUnbounded) : null;
        }
    }

    /// <summary>The shares of the cells; without groups, the cells of all groups together.</summary>
    private static double[] Shares(FacetCells cells, bool keepsGroups, bool isSmoothed)
    {
        double[] shares = new double[keepsGroups ? cells.Cells.Length : FacetCells.PerGroup];
        for (int i = 0; i < cells.Cells.Length; i++)
        {
            shares[i % shares.Length] += cells.Cells[i];
        }

        if (isSmoothed)
        {
            Smooth(shares.AsSpan(0, 9));
            Smooth(shares.AsSpan(9, 9));
        }

        double sum = shares.Sum();
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    /// <summary>Adds half a row to each cell of a side that could have one: of a label, of a prediction, or of both.</summary>
    private static void Smooth(Span<double> side)
    {
        bool hasLabels = side[3] + side[4] + side[5] + side[6] + side[7] + side[8] > 0.0;
        bool hasPredictions = side[1] + side[2] + side[4] + side[5] + side[7] + side[8] > 0.0;
        for (int label = hasLabels ? 1 : 0; label <= (hasLabels ? 2 : 0); label++)
        {
            for (int prediction = hasPredictions ? 1 : 0; prediction <= (hasPredictions ? 2 : 0); prediction++)
            {
                side[3 * label + prediction] += 0.5;
            }
        }
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
        private double _least;
        private double _largest;

        public void Add(double value)
        {
            _least = _count == 0 ? value : Math.Min(_least, value);
            _largest = _count == 0 ? value : Math.Max(_largest, value);
            _count++;
            double difference = value - _mean;
            _mean += difference / _count;
            _squares += difference * (value - _mean);
        }

        public readonly ConfidenceInterval? Interval(double value, double z, bool byExtremes)
        {
            if (_count < 2)
            {
                return null;
            }

            if (byExtremes)
            {
                return new ConfidenceInterval(Math.Min(value, _least), Math.Max(value, _largest));
            }

            double half = z * Math.Sqrt(_squares / (_count - 1));
            return new ConfidenceInterval(value - half, value + half);
        }
    }
}
