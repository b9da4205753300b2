using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>Probabilities in ten bins of equal width, each with its mean and its share of positive rows.</summary>
/// <remarks>A probability on the border of two bins belongs to the lower one, as in scikit-learn's <c>calibration_curve</c>.</remarks>
public sealed class ReliabilityBins : IMergeableState<ReliabilityBins>
{
    /// <summary>How many bins there are.</summary>
    public const int BinCount = 10;

    private readonly long[] _positives = new long[BinCount];
    private readonly long[] _negatives = new long[BinCount];
    private readonly ExactSum[] _sums = [.. Enumerable.Range(0, BinCount).Select(_ => new ExactSum())];

    private static ReadOnlySpan<byte> Tag => "RELI"u8;

    /// <summary>All rows.</summary>
    public long Count => _positives.Sum() + _negatives.Sum();

    /// <inheritdoc />
    public static ReliabilityBins CreateEmpty() => new();

    /// <summary>Counts a row.</summary>
    /// <param name="probability">Its probability, from 0 to 1.</param>
    /// <param name="isPositive">Its label.</param>
    public void Add(double probability, bool isPositive)
    {
        int bin = Math.Min((int)(probability * BinCount), BinCount - 1);
        if (bin > 0 && probability <= bin / (double)BinCount)
        {
            bin--;
        }

        (isPositive ? _positives : _negatives)[bin]++;
        _sums[bin].Add(probability);
    }

    /// <summary>The bins that have rows, in order.</summary>
    public IReadOnlyList<ReliabilityBin> ToBins()
    {
        List<ReliabilityBin> bins = [];
        for (int i = 0; i < BinCount; i++)
        {
            long count = _positives[i] + _negatives[i];
            if (count > 0)
            {
                bins.Add(new ReliabilityBin(_sums[i].Value / count, _positives[i], count));
            }
        }

        return bins;
    }

    /// <inheritdoc />
    public void MergeFrom(ReliabilityBins other)
    {
        for (int i = 0; i < BinCount; i++)
        {
            _positives[i] += other._positives[i];
            _negatives[i] += other._negatives[i];
            _sums[i].MergeFrom(other._sums[i]);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        for (int i = 0; i < BinCount; i++)
        {
            writer.WriteInt64(_positives[i]);
            writer.WriteInt64(_negatives[i]);
            _sums[i].WriteTo(ref writer);
        }
    }

    /// <inheritdoc />
    public static ReliabilityBins ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        ReliabilityBins bins = new();
        for (int i = 0; i < BinCount; i++)
        {
            bins._positives[i] = reader.ReadCount();
            bins._negatives[i] = reader.ReadCount();
            bins._sums[i].MergeFrom(ExactSum.ReadFrom(ref reader));
        }

        return bins;
    }
}
