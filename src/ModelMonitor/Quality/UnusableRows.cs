using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Quality;

/// <summary>How many rows were of no use, by reason, each with a few of the texts at fault.</summary>
/// <remarks>The texts are the first in ordinal order, not the first met, so that they are the same however the rows were sharded.</remarks>
public sealed class UnusableRows : IMergeableState<UnusableRows>
{
    /// <summary>The most texts kept of a reason.</summary>
    public const int MaximumSamples = 5;

    private static readonly int Reasons = Enum.GetValues<UnusableReason>().Length;

    private readonly long[] _counts = new long[Reasons];
    private readonly SortedSet<string>[] _samples = [.. Enumerable.Range(0, Reasons).Select(_ => new SortedSet<string>(StringComparer.Ordinal))];

    private static ReadOnlySpan<byte> Tag => "UNUS"u8;

    /// <summary>All of them.</summary>
    public long Total => _counts.Sum();

    /// <inheritdoc />
    public static UnusableRows CreateEmpty() => new();

    /// <summary>How many there are for a reason.</summary>
    public long Count(UnusableReason reason) => _counts[(int)reason];

    /// <summary>Some of the texts at fault, escaped and cut short.</summary>
    public IReadOnlyCollection<string> Samples(UnusableReason reason) => _samples[(int)reason];

    /// <summary>Counts a row.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="text">The text at fault; empty for none.</param>
    public void Add(UnusableReason reason, ReadOnlySpan<byte> text)
    {
        _counts[(int)reason]++;
        if (!text.IsEmpty)
        {
            Keep((int)reason, Excerpt.Of(text));
        }
    }

    /// <inheritdoc />
    public void MergeFrom(UnusableRows other)
    {
        for (int i = 0; i < Reasons; i++)
        {
            _counts[i] += other._counts[i];
            foreach (string sample in other._samples[i])
            {
                Keep(i, sample);
            }
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt32(Reasons);
        for (int i = 0; i < Reasons; i++)
        {
            writer.WriteInt64(_counts[i]);
            writer.WriteInt32(_samples[i].Count);
            foreach (string sample in _samples[i])
            {
                writer.WriteString(sample);
            }
        }
    }

    /// <inheritdoc />
    public static UnusableRows ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        if (reader.ReadInt32() != Reasons)
        {
            throw new CorruptStateException("Unusable rows were stored with other reasons than there are.");
        }

        UnusableRows rows = new();
        for (int i = 0; i < Reasons; i++)
        {
            rows._counts[i] = reader.ReadCount();
            int samples = reader.ReadLength(sizeof(int));
            if (samples > Math.Min(MaximumSamples, rows._counts[i]))
            {
                throw new CorruptStateException($"{samples} samples were stored of {rows._counts[i]} unusable rows.");
            }

            for (int j = 0; j < samples; j++)
            {
                string sample = reader.ReadString();
                if (rows._samples[i].Max is { } last && string.CompareOrdinal(last, sample) >= 0)
                {
                    throw new CorruptStateException("Samples of unusable rows were stored out of order.");
                }

                rows._samples[i].Add(sample);
            }
        }

        return rows;
    }

    private void Keep(int reason, string sample)
    {
        SortedSet<string> samples = _samples[reason];
        samples.Add(sample);
        if (samples.Count > MaximumSamples)
        {
            samples.Remove(samples.Max!);
        }
    }
}
