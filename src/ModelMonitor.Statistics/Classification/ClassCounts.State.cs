namespace ModelMonitor.Statistics.Classification;

public sealed partial class ClassCounts
{
    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        ConfusionMatrix matrix = ToMatrix();
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt32(Bound);
        writer.WriteInt64(Overflow);
        writer.WriteInt32(matrix.Classes.Count);
        foreach (string name in matrix.Classes)
        {
            writer.WriteString(name);
        }

        writer.WriteInt32(_cells.Count);
        foreach ((int actual, int predicted, long count) in matrix.Cells())
        {
            writer.WriteInt32(actual);
            writer.WriteInt32(predicted);
            writer.WriteInt64(count);
        }
    }

    /// <inheritdoc />
    public static ClassCounts ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        int bound = reader.ReadInt32();
        long overflow = reader.ReadCount();
        int names = reader.ReadLength(sizeof(int));
        if (bound is < 2 or > DefaultBound || names > bound)
        {
            throw new CorruptStateException($"{names} classes were stored, of at most {bound}.");
        }

        ClassCounts counts = new(bound) { Overflow = overflow };
        string? before = null;
        for (int i = 0; i < names; i++)
        {
            string name = reader.ReadString();
            if (before is not null && ClassOrder.Instance.Compare(before, name) >= 0)
            {
                throw new CorruptStateException("Classes were stored out of order.");
            }

            counts._names.Add(name);
            counts._indexes.Add(name, i);
            before = name;
        }

        counts.ReadCells(ref reader, names);
        return counts;
    }

    private void ReadCells(ref StateReader reader, int names)
    {
        int cells = reader.ReadLength(2 * sizeof(int) + sizeof(long));
        for (int i = 0; i < cells; i++)
        {
            (int actual, int predicted) = (reader.ReadInt32(), reader.ReadInt32());
            long count = reader.ReadCount();
            bool possible = (uint)actual < (uint)names && (uint)predicted < (uint)names && count > 0;
            if (!possible || !_cells.TryAdd((actual, predicted), count))
            {
                throw new CorruptStateException("A cell of a confusion matrix was stored that it does not have.");
            }
        }
    }
}
