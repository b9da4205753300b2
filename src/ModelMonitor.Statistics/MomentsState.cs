using System.Diagnostics;

namespace ModelMonitor.Statistics;

/// <summary>Count, sum, extremes and spread of finite numbers, added in row order.</summary>
/// <remarks>
/// The update is that of Spark's central moments, so that one pass in file order gives the digits of
/// SageMaker Model Monitor; the merge is the pairwise one of Chan, Golub and LeVeque (1983), in doubles
/// throughout, so that it stays right beyond 2^31 rows.
/// </remarks>
public sealed partial class MomentsState : IMergeableState<MomentsState>
{
    private double _mean;
    private double _m2;

    private static ReadOnlySpan<byte> Tag => "MOMT"u8;

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum, added from left to right; 0 for none, infinite when beyond the range of a double.</summary>
    public double Sum { get; private set; }

    /// <summary>The smallest; positive infinity for none.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest; negative infinity for none.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Sum divided by count; 0 for none.</summary>
    public double Mean => Count == 0 ? 0.0 : Sum / Count;

    /// <summary>
    /// Population standard deviation (divided by n, not n - 1), never negative; 0 for none. Infinite or NaN
    /// when the square of a difference is beyond the range of a double, from about 1e154 on.
    /// </summary>
    public double StandardDeviation => Count == 0 ? 0.0 : Math.Sqrt(_m2 / Count);

    /// <summary>The sum of the squared deviations from the mean; 0 of no numbers.</summary>
    public double SquaredDeviations => _m2;

    /// <inheritdoc />
    public static MomentsState CreateEmpty() => new();

    /// <summary>Adds one finite number.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Adds finite numbers in order.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        double n = Count;
        double mean = _mean;
        double m2 = _m2;
        double sum = Sum;
        double minimum = Minimum;
        double maximum = Maximum;
        foreach (double x in values)
        {
            Debug.Assert(double.IsFinite(x), "Only finite numbers have moments.");
            n += 1.0;
            double delta = x - mean;
            double deltaN = delta / n;
            mean += deltaN;
            m2 += delta * (delta - deltaN);
            sum += x;
            minimum = x < minimum ? x : minimum;
            maximum = x > maximum ? x : maximum;
        }

        Count += values.Length;
        _mean = mean;
        _m2 = m2;
        Sum = sum;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <inheritdoc />
    public void MergeFrom(MomentsState other)
    {
        if (other.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            (_mean, _m2, Sum) = (other._mean, other._m2, other.Sum);
        }
        else
        {
            double nA = Count;
            double nB = other.Count;
            double delta = other._mean - _mean;
            double deltaN = delta / (nA + nB);
            _mean += deltaN * nB;
            _m2 += other._m2 + delta * deltaN * nA * nB;
            Sum += other.Sum;
        }

        Count += other.Count;
        // As when adding, the first of two equal values stays: 0 and -0 are equal.
        Minimum = other.Minimum < Minimum ? other.Minimum : Minimum;
        Maximum = other.Maximum > Maximum ? other.Maximum : Maximum;
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Count);
        writer.WriteDouble(_mean);
        writer.WriteDouble(_m2);
        writer.WriteDouble(Sum);
        writer.WriteDouble(Minimum);
        writer.WriteDouble(Maximum);
    }

    /// <inheritdoc />
    public static MomentsState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        MomentsState state = new()
        {
            Count = reader.ReadCount(),
            _mean = reader.ReadDouble(),
            _m2 = reader.ReadDouble(),
            Sum = reader.ReadDouble(),
            Minimum = reader.ReadDouble(),
            Maximum = reader.ReadDouble(),
        };
        bool possible = state.Count == 0
            ? (state._mean, state._m2, state.Sum) == (0.0, 0.0, 0.0)
                && double.IsPositiveInfinity(state.Minimum) && double.IsNegativeInfinity(state.Maximum)
            : double.IsFinite(state.Minimum) && double.IsFinite(state.Maximum)
                && state.Minimum <= state.Maximum && !(state._m2 < 0.0);
        return possible ? state : throw new CorruptStateException("Moments were stored that no numbers have.");
    }
}
