using System.IO.Hashing;
using System.Runtime.InteropServices;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>Draws windows of a column from its profile, as they were or changed; the same for the same column on every machine.</summary>
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
        double[] shares = change == SimulatedChange.Category && size > 0.0 ? Swap(size) : _shares;
        if (shares.Length > 0)
        {
            _draws.Multinomial(split[1], shares, counts);
        }

        SampleCompleteness completeness = new(split[1], split[0]);
        return _values.Length > 0
            ? OfNumbers(counts, change == SimulatedChange.Mean ? size * _deviation : 0.0, completeness)
            : new DriftSample(Categories: new CategoryDistribution(_names.Zip(counts, KeyValuePair.Create)), Completeness: completeness);
    }

    private long SizeOfReference => _reference.Numbers?.TotalWeight ?? _reference.Categories?.Total ?? 0;

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
