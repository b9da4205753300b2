using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>What is kept of predictions of two classes: the confusion matrix and, of rows with a probability, its distribution by label.</summary>
public sealed class BinaryState : IMergeableState<BinaryState>
{
    /// <summary>What a probability is kept away from 0 and 1 by before its logarithm is taken: scikit-learn's 2^−52.</summary>
    public const double SmallestProbability = 2.220446049250313e-16;

    private BinaryState(ScoreCounts scores, ExactMoments logLosses, ExactMoments squaredErrors, ReliabilityBins reliability) =>
        (Scores, LogLosses, SquaredErrors, Reliability) = (scores, logLosses, squaredErrors, reliability);

    private static ReadOnlySpan<byte> Tag => "BINA"u8;

    /// <summary>The confusion matrix.</summary>
    public BinaryCounts Counts { get; private set; }

    /// <summary>The distribution of the probabilities.</summary>
    public ScoreCounts Scores { get; }

    /// <summary>Of −ln(probability of what happened).</summary>
    public ExactMoments LogLosses { get; }

    /// <summary>Of the squared differences of probability and label, 1 or 0.</summary>
    public ExactMoments SquaredErrors { get; }

    /// <summary>The probabilities in bins.</summary>
    public ReliabilityBins Reliability { get; }

    /// <inheritdoc />
    public static BinaryState CreateEmpty() => new(
        ScoreCounts.CreateEmpty(), ExactMoments.CreateEmpty(), ExactMoments.CreateEmpty(), ReliabilityBins.CreateEmpty());

    /// <summary>Adds a row.</summary>
    /// <param name="isPredicted">Whether it was predicted to be positive.</param>
    /// <param name="isPositive">Whether it is.</param>
    /// <param name="probability">The probability of being so, from 0 to 1; null for none.</param>
    public void Add(bool isPredicted, bool isPositive, double? probability)
    {
        BinaryCounts counts = Counts;
        Counts = (isPredicted, isPositive) switch
        {
            (true, true) => counts with { TruePositives = counts.TruePositives + 1 },
            (true, false) => counts with { FalsePositives = counts.FalsePositives + 1 },
            (false, false) => counts with { TrueNegatives = counts.TrueNegatives + 1 },
            (false, true) => counts with { FalseNegatives = counts.FalseNegatives + 1 },
        };
        if (probability is { } p)
        {
            Scores.Add(p, isPositive);
            double difference = isPositive ? 1.0 - p : p;
            SquaredErrors.Add(difference * difference);
            double clipped = Math.Clamp(p, SmallestProbability, 1.0 - SmallestProbability);
            LogLosses.Add(-Math.Log(isPositive ? clipped : 1.0 - clipped));
            Reliability.Add(p, isPositive);
        }
    }

    /// <inheritdoc />
    public void MergeFrom(BinaryState other)
    {
        Counts += other.Counts;
        Scores.MergeFrom(other.Scores);
        LogLosses.MergeFrom(other.LogLosses);
        SquaredErrors.MergeFrom(other.SquaredErrors);
        Reliability.MergeFrom(other.Reliability);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Counts.TruePositives);
        writer.WriteInt64(Counts.FalsePositives);
        writer.WriteInt64(Counts.TrueNegatives);
        writer.WriteInt64(Counts.FalseNegatives);
        Scores.WriteTo(ref writer);
        LogLosses.WriteTo(ref writer);
        SquaredErrors.WriteTo(ref writer);
        Reliability.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static BinaryState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        BinaryCounts counts = new(reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount());
        BinaryState state = new(
            ScoreCounts.ReadFrom(ref reader),
            ExactMoments.ReadFrom(ref reader),
            ExactMoments.ReadFrom(ref reader),
            ReliabilityBins.ReadFrom(ref reader))
        {
            Counts = counts,
        };
        return state.LogLosses.Count <= counts.Count && state.SquaredErrors.Count == state.LogLosses.Count
            ? state
            : throw new CorruptStateException("More probabilities were stored than rows.");
    }
}
