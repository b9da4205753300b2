using System.IO.Hashing;
using System.Runtime.InteropServices;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>Draws windows of a column from its profile, as they were or changed; the same for the same column on every machine.</summary>
/// <remarks>
/// A mean grows by moving every number. Where many rows share a number, of stars or counts, that would make numbers which the column never has; there
/// a share of the rows of each number goes to the next larger one instead, until the mean has grown as much.
/// </remarks>
public sealed class WindowSimulator
{
    private const int Cells = 1_024;

    private readonly DriftSample _reference;
    private readonly SeededDraws _draws;
    private readonly double[] _values = [];
    private readonly string[] _names = [];
    private readonly double[] _shares = [];
    private readonly double _deviation;
    private readonly double _missing;
    private readonly bool _isTied;
    private (double Size, double[] Shares) _raised;

    /// <summary>Takes a column.</summary>
    /// <param name="column">Its name, for the seed alone.</param>
    /// <param name="reference">The column in the baseline.</param>
    public WindowSimulator(string column, DriftSample reference)
    {
        _reference = reference;
        _draws = new SeededDraws(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(column.AsSpan())));
        if (reference.Numbers is { TotalWeight: > 0 } numbers)
        {
            (_values, _shares) = NullSimulation.CellsOf(numbers, Cells);
            _isTied = _shares.Max() > PooledCells.FewTies;
            _deviation = reference.Moments?.StandardDeviation ?? Spread.Of(numbers);
        }
        else if (reference.Categories is { Total: > 0 } categories)
        {
            _names = categories.Categories.ToArray();
            _shares = [.. categories.Counts.ToArray().Select(count => count / (double)categories.Total)];
        }

        if (reference.Completeness is { } cells && cells.Present + cells.Missing > 0)
        {
            _missing = cells.Missing / ((double)cells.Present + cells.Missing);
        }
    }

    /// <summary>Whether a change can be drawn.</summary>
    public bool CanDraw(SimulatedChange change) => change switch
    {
        SimulatedChange.Mean => _values.Length > 1 && _deviation > 0.0,
        SimulatedChange.Category => _names.Length > 1,
        _ => _shares.Length > 0,
    };

    /// <summary>Draws as many rows as the baseline has, without a change.</summary>
    public DriftSample DrawReference() =>
        Draw(_reference.Completeness is { } cells ? cells.Present + cells.Missing : SizeOfReference, SimulatedChange.Mean, size: 0.0);

    /// <summary>Draws rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="change">What changed.</param>
    /// <param name="size">By how much: standard deviations, or a share of the rows; 0 for no change.</param>
    public DriftSample Draw(long rows, SimulatedChange change, double size)
    {
        double missing = Math.Min(1.0, _missing + (change == SimulatedChange.Missing ? size : 0.0));
        Span<long> split = stackalloc long[2];
        _draws.Multinomial(rows, [missing, 1.0 - missing], split);
        long[] counts = new long[_shares.Length];
        double[] shares = SharesOf(change, size);
        if (shares.Length > 0)
        {
            _draws.Multinomial(split[1], shares, counts);
        }

        SampleCompleteness completeness = new(split[1], split[0]);
        return _values.Length > 0
            ? OfNumbers(counts, change == SimulatedChange.Mean && !_isTied ? size * _deviation : 0.0, completeness)
            : new DriftSample(Categories: new CategoryDistribution(_names.Zip(counts, KeyValuePair.Create)), Completeness: completeness);
    }

    private long SizeOfReference => _reference.Numbers?.TotalWeight ?? _reference.Categories?.Total ?? 0;

    private double[] SharesOf(SimulatedChange change, double size)
    {
        if (size <= 0.0 || change == SimulatedChange.Missing || (change == SimulatedChange.Mean && !_isTied))
        {
            return _shares;
        }

        if (change == SimulatedChange.Category)
        {
            return Swap(size);
        }

        if (_raised.Size != size)
        {
            _raised = (size, Raise(size * _deviation));
        }

        return _raised.Shares;
    }

    private DriftSample OfNumbers(long[] counts, double shift, SampleCompleteness completeness)
    {
        double[] values = shift == 0.0 ? _values : [.. _values.Select(value => value + shift)];
        SortedView view = NullSimulation.ViewOf(values, counts);
        double mean = 0.0;
        double squares = 0.0;
        double seen = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                seen += counts[i];
                double difference = values[i] - mean;
                mean += difference * counts[i] / seen;
                squares += counts[i] * difference * (values[i] - mean);
            }
        }

        return new DriftSample(
            view, Moments: new SampleMoments((long)seen, mean, seen > 0.0 ? Math.Sqrt(squares / seen) : 0.0), Completeness: completeness);
    }

    /// <summary>Rows of each number go to the next, so that the mean grows by <paramref name="shift"/>, as far as the largest number lets it.</summary>
    private double[] Raise(double shift)
    {
        double[] shares = [.. _shares];
        for (int step = 1; step < shares.Length && shift > 0.0; step++)
        {
            double ofAll = 0.0;
            for (int i = 0; i < shares.Length - 1; i++)
            {
                ofAll += shares[i] * (_values[i + 1] - _values[i]);
            }

            double moved = ofAll > 0.0 ? Math.Min(1.0, shift / ofAll) : 0.0;
            for (int i = shares.Length - 1; i > 0; i--)
            {
                shares[i] += moved * shares[i - 1];
                shares[i - 1] *= 1.0 - moved;
            }

            shift -= moved * ofAll;
        }

        return shares;
    }

    /// <summary>The most frequent category gives to the next, as far as it has.</summary>
    private double[] Swap(double size)
    {
        int[] order = [.. Enumerable.Range(0, _shares.Length).OrderByDescending(i => _shares[i])];
        double[] shares = [.. _shares];
        double moved = Math.Min(size, shares[order[0]]);
        shares[order[0]] -= moved;
        shares[order[1]] += moved;
        return shares;
    }
}
