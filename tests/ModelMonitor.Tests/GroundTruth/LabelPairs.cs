using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>A state for tests: how often each prediction met each label, and a sum that tells the order of rows.</summary>
internal sealed class LabelPairs : IMergeableState<LabelPairs>
{
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    public double OrderedSum { get; private set; }

    public static LabelPairs CreateEmpty() => new();

    public void Add(string pair)
    {
        Counts[pair] = Counts.GetValueOrDefault(pair) + 1;
        OrderedSum = OrderedSum * 0.999 + pair.Length + pair[0] / 7.0;
    }

    public void MergeFrom(LabelPairs other)
    {
        foreach ((string pair, long count) in other.Counts)
        {
            Counts[pair] = Counts.GetValueOrDefault(pair) + count;
        }

        OrderedSum += other.OrderedSum;
    }

    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteInt32(Counts.Count);
        foreach ((string pair, long count) in Counts)
        {
            writer.WriteString(pair);
            writer.WriteInt64(count);
        }

        writer.WriteDouble(OrderedSum);
    }

    public static LabelPairs ReadFrom(ref StateReader reader)
    {
        LabelPairs pairs = new();
        int count = reader.ReadLength(sizeof(int) + sizeof(long));
        for (int i = 0; i < count; i++)
        {
            pairs.Counts.Add(reader.ReadString(), reader.ReadCount());
        }

        pairs.OrderedSum = reader.ReadDouble();
        return pairs;
    }

    /// <summary>Takes the first column and the label of rows.</summary>
    internal sealed class Sink(LabelPairs pairs, ColumnSet columns, string label) : IRowSink
    {
        public void Add(RowBatch batch)
        {
            int column = columns.IndexOf(label);
            for (int row = 0; row < batch.RowCount; row++)
            {
                pairs.Add($"{Encoding.UTF8.GetString(batch.Cell(row, 0))}={(column < 0 ? "" : Encoding.UTF8.GetString(batch.Cell(row, column)))}");
            }
        }
    }
}
