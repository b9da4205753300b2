using System.Numerics;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>Count, mean and variance of finite numbers below 10^150 in magnitude, by sums that are never rounded.</summary>
public sealed class ExactMoments : IMergeableState<ExactMoments>
{
    private readonly ExactSum _sum;
    private readonly ExactSum _squares;

    private ExactMoments(ExactSum sum, ExactSum squares) => (_sum, _squares) = (sum, squares);

    private static ReadOnlySpan<byte> Tag => "XMOM"u8;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum, rounded once.</summary>
    public double Sum => _sum.Value;

    /// <inheritdoc />
    public static ExactMoments CreateEmpty() => new(new ExactSum(), new ExactSum());

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        Count++;
        _sum.Add(value);
        _squares.AddProduct(value, value);
    }

    /// <summary>The mean of numbers none of which is negative, with Student's interval from the standard error s/√n.</summary>
    /// <remarks>
    /// Its lower end is at most mean·α^(1/n), with α the chance to miss it: what would be left of the mean if zeros were as frequent as
    /// they can be with none among n rows. That is all that is known of the mean of numbers that are all the same.
    /// </remarks>
    /// <param name="confidence">The confidence wanted.</param>
    public Estimate Mean(ConfidenceLevel confidence)
    {
        if (Count == 0)
        {
            return Estimate.Undefined(UndefinedReason.NoRows);
        }

        double mean = ExactRatio.Divide(_sum.ToInteger(), Count, ExactSum.Exponent);
        if (Count == 1)
        {
            return Estimate.Of(mean, UndefinedReason.TooFewRows);
        }

        double error = Math.Sqrt(Variance() / Count);
        double most = mean * Math.Pow(confidence.Tail, 1.0 / Count);
        if (error == 0.0)
        {
            return new Estimate(mean, error, most, null, UndefinedReason.NoSpread);
        }

        double reach = confidence.T(Count - 1) * error;
        return Estimate.Between(mean, error, Math.Clamp(mean - reach, 0.0, most), mean + reach);
    }

    /// <inheritdoc />
    public void MergeFrom(ExactMoments other)
    {
        Count += other.Count;
        _sum.MergeFrom(other._sum);
        _squares.MergeFrom(other._squares);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Count);
        _sum.WriteTo(ref writer);
        _squares.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static ExactMoments ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        long count = reader.ReadCount();
        return new ExactMoments(ExactSum.ReadFrom(ref reader), ExactSum.ReadFrom(ref reader)) { Count = count };
    }

    /// <summary>The variance of the numbers as a sample of more, with n − 1; of at least two.</summary>
    private double Variance()
    {
        BigInteger sum = _sum.ToInteger();
        BigInteger spread = Count * (_squares.ToInteger() << -ExactSum.Exponent) - sum * sum;
        return Math.Max(0.0, ExactRatio.Divide(spread, Count * ((BigInteger)Count - 1), 2 * ExactSum.Exponent));
    }
}
