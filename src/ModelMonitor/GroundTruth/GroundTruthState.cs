using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.GroundTruth;

/// <summary>What joining predictions with labels came to.</summary>
/// <remarks>
/// Predictions lie in one shard each, and what is counted of them adds up. Labels are read by every shard of a plan, each the
/// same ones, since none knows which predictions the others have: of what reading them came to, one answer is kept, the
/// fullest. So labels that match nothing are all labels less those that matched in some shard. An id that callers use
/// for events of several shards counts as matched in each.
/// </remarks>
public sealed class GroundTruthState : IMergeableState<GroundTruthState>
{
    private long _labels;

    private static ReadOnlySpan<byte> Tag => "TRTH"u8;

    /// <summary>Predictions read: rows, of which an event may have several.</summary>
    public long Predictions { get; private set; }

    /// <summary>Predictions with a label.</summary>
    public long Labelled { get; private set; }

    /// <summary>Predictions whose events have no id, which nothing can be joined to.</summary>
    public long WithoutId { get; private set; }

    /// <summary>Labels that were of a prediction, also those that a later one took the place of.</summary>
    public long MatchedLabels { get; private set; }

    /// <summary>Labels of predictions that took the place of an earlier one.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Labels read.</summary>
    public long Labels => _labels;

    /// <summary>Labels that were of no prediction.</summary>
    public long UnmatchedLabels => Math.Max(0, _labels - MatchedLabels);

    /// <summary>What of the labels could not be read; its rows count for nothing.</summary>
    public ReadingReport LabelReading { get; private set; } = new();

    /// <summary>A sample of the predictions' events.</summary>
    public PredictionSample Sample { get; } = PredictionSample.CreateEmpty();

    /// <summary>The share of predictions with a label, from 0 to 1; 0 when there are none.</summary>
    public double LabelledShare => Predictions == 0 ? 0.0 : (double)Labelled / Predictions;

    /// <inheritdoc />
    public static GroundTruthState CreateEmpty() => new();

    /// <summary>Takes in a prediction.</summary>
    /// <param name="id">The hash of its event's id; the default for none.</param>
    /// <param name="isLabelled">Whether it has a label.</param>
    public void AddPrediction(UInt128 id, bool isLabelled)
    {
        Predictions++;
        Labelled += isLabelled ? 1 : 0;
        if (id == default)
        {
            WithoutId++;
        }
        else
        {
            Sample.Add(id, isLabelled);
        }
    }

    /// <summary>Takes in labels that were of predictions.</summary>
    /// <param name="matched">How many.</param>
    /// <param name="duplicates">How many of them took the place of an earlier one.</param>
    public void AddMatches(long matched, long duplicates)
    {
        MatchedLabels += matched;
        Duplicates += duplicates;
    }

    /// <summary>Says what reading the labels came to.</summary>
    /// <param name="labels">How many there were.</param>
    /// <param name="reading">What could not be read.</param>
    public void NoteLabels(long labels, ReadingReport reading)
    {
        bool isFuller = labels > _labels || (labels == _labels && reading.Unreadable > LabelReading.Unreadable);
        if (isFuller)
        {
            _labels = labels;
            LabelReading = new ReadingReport();
            LabelReading.MergeFrom(reading);
        }
    }

    /// <inheritdoc />
    public void MergeFrom(GroundTruthState other)
    {
        Predictions += other.Predictions;
        Labelled += other.Labelled;
        WithoutId += other.WithoutId;
        AddMatches(other.MatchedLabels, other.Duplicates);
        NoteLabels(other._labels, other.LabelReading);
        Sample.MergeFrom(other.Sample);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Predictions);
        writer.WriteInt64(Labelled);
        writer.WriteInt64(WithoutId);
        writer.WriteInt64(MatchedLabels);
        writer.WriteInt64(Duplicates);
        writer.WriteInt64(_labels);
        LabelReading.WriteTo(ref writer);
        Sample.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static GroundTruthState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        GroundTruthState state = new()
        {
            Predictions = reader.ReadCount(),
            Labelled = reader.ReadCount(),
            WithoutId = reader.ReadCount(),
            MatchedLabels = reader.ReadCount(),
            Duplicates = reader.ReadCount(),
            _labels = reader.ReadCount(),
            LabelReading = ReadingReport.ReadFrom(ref reader),
        };
        if (state.Labelled > state.Predictions || state.WithoutId > state.Predictions || state.Duplicates > state.MatchedLabels)
        {
            throw new CorruptStateException("The counts of a join with ground truth contradict each other.");
        }

        state.Sample.MergeFrom(PredictionSample.ReadFrom(ref reader));
        return state;
    }
}
