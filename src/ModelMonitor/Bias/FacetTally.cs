using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>The counts of a facet: how many rows there are of each class of its column, group, label and prediction.</summary>
/// <remarks>A class is a code of <see cref="MatchCodes"/>, or the number of a value where each value is a facet.</remarks>
internal sealed class FacetTally
{
    /// <summary>Cells of a class and group: the codes of the label by those of the prediction.</summary>
    public const int Outcomes = MatchCodes.Count * MatchCodes.Count;

    private readonly long[]?[] _cells = new long[ValueIndex.MaximumValues + 1][];
    private readonly byte[] _codes = new byte[RowBatch.Capacity];

    public FacetTally(string column, ValueRule rule)
    {
        Column = column;
        Rule = rule;
        if (rule.IsEach)
        {
            Values = new ValueIndex();
        }
        else
        {
            Matched = new MatchedColumn(rule);
        }
    }

    private FacetTally(string column, ValueIndex? values, MatchedColumn? matched)
    {
        Column = column;
        Rule = matched?.Rule ?? new ValueRule([], ValueMatch.Values);
        Values = values;
        Matched = matched;
    }

    /// <summary>The column, as configured.</summary>
    public string Column { get; }

    /// <summary>The values, where each is a facet; otherwise null.</summary>
    public ValueIndex? Values { get; }

    /// <summary>The column's cells, where values are given; otherwise null.</summary>
    public MatchedColumn? Matched { get; }

    /// <summary>The classes of the rows last added.</summary>
    public ReadOnlySpan<byte> Codes => _codes;

    /// <summary>Cells of the column that are there.</summary>
    public long Present => Values?.Present ?? Matched!.Present;

    /// <summary>Which values make the facet.</summary>
    public ValueRule Rule { get; }

    /// <summary>The counts of a class, <see cref="Outcomes"/> for each group from 0 (none) on; null for none.</summary>
    public ReadOnlySpan<long> Of(int code) => _cells[code];

    /// <summary>Counts the rows of a batch.</summary>
    /// <param name="batch">The rows.</param>
    /// <param name="column">The facet's column; negative when there is none.</param>
    /// <param name="groups">The number of each row's group, 0 for none.</param>
    /// <param name="outcomes">The outcome of each row.</param>
    public void Add(RowBatch batch, int column, ReadOnlySpan<byte> groups, ReadOnlySpan<byte> outcomes)
    {
        if (Values is null)
        {
            Matched!.Classify(batch, column, _codes);
        }
        else
        {
            bool wasOverflowed = Values.IsOverflowed;
            Values.Number(batch, column, _codes);
            if (Values.IsOverflowed && !wasOverflowed)
            {
                Forget();
            }
        }

        if (Values is { IsOverflowed: true })
        {
            return;
        }

        for (int row = 0; row < batch.RowCount; row++)
        {
            int cell = groups[row] * Outcomes + outcomes[row];
            long[]? cells = _cells[_codes[row]];
            if (cells is null || cell >= cells.Length)
            {
                cells = Grow(_codes[row], groups[row]);
            }

            cells[cell]++;
        }
    }

    /// <summary>Puts all groups together, when there are too many to be told apart.</summary>
    public void JoinGroups()
    {
        for (int code = 0; code < _cells.Length; code++)
        {
            if (_cells[code] is { } cells)
            {
                long[] joined = new long[Outcomes];
                for (int i = 0; i < cells.Length; i++)
                {
                    joined[i % Outcomes] += cells[i];
                }

                _cells[code] = joined;
            }
        }
    }

    /// <summary>Takes in another's counts.</summary>
    /// <param name="other">The other.</param>
    /// <param name="groups">The number here of each group there; 0 for all when they cannot be told apart.</param>
    /// <returns>The class here of each class there; null where they are the same.</returns>
    public byte[]? MergeFrom(FacetTally other, byte[] groups)
    {
        byte[]? classes = null;
        if (Values is null)
        {
            Matched!.MergeFrom(other.Matched!);
        }
        else
        {
            classes = Values.MergeFrom(other.Values!);
        }

        if (Values is { IsOverflowed: true })
        {
            Forget();
            return classes;
        }

        for (int code = 0; code < other._cells.Length; code++)
        {
            long[] cells = other._cells[code] ?? [];
            for (int i = 0; i < cells.Length; i++)
            {
                if (cells[i] != 0)
                {
                    byte group = groups[i / Outcomes];
                    Grow(classes is null ? (byte)code : classes[code], group)[group * Outcomes + i % Outcomes] += cells[i];
                }
            }
        }

        return classes;
    }

    /// <summary>Writes the counts that are not zero, by class and group in the order of their texts.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="groups">The place of each group in the order written, from 0 (none) on.</param>
    public void WriteTo(ref StateWriter writer, int[] groups)
    {
        writer.WriteString(Column);
        writer.WriteFlag(Values is not null);
        if (Values is null)
        {
            Matched!.WriteTo(ref writer);
        }
        else
        {
            Values.WriteTo(ref writer);
        }

        int[] classes = Places(Values);
        SortedDictionary<int, long> counts = [];
        for (int code = 0; code < _cells.Length; code++)
        {
            long[] cells = _cells[code] ?? [];
            for (int i = 0; i < cells.Length; i++)
            {
                if (cells[i] != 0)
                {
                    int place = Values is null ? code : classes[code];
                    counts.Add((place * (ValueIndex.MaximumValues + 1) + groups[i / Outcomes]) * Outcomes + i % Outcomes, cells[i]);
                }
            }
        }

        writer.WriteInt32(counts.Count);
        foreach ((int cell, long count) in counts)
        {
            writer.WriteInt32(cell);
            writer.WriteInt64(count);
        }
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="reader">Gives it.</param>
    /// <param name="groups">How many groups there are.</param>
    public static FacetTally ReadFrom(ref StateReader reader, int groups)
    {
        string column = reader.ReadString();
        bool isEach = reader.ReadFlag();
        ValueIndex? values = isEach ? ValueIndex.ReadFrom(ref reader) : null;
        MatchedColumn? matched = isEach ? null : MatchedColumn.ReadFrom(ref reader);
        if (matched is { Rule.IsEach: true })
        {
            throw new CorruptStateException("A facet has neither values nor the values of its column.");
        }

        FacetTally tally = new(column, values, matched);
        int count = reader.ReadLength(sizeof(int) + sizeof(long));
        int classes = values?.Count ?? MatchCodes.Count - 1;
        int before = -1;
        for (int i = 0; i < count; i++)
        {
            int cell = reader.ReadInt32();
            int group = cell / Outcomes % (ValueIndex.MaximumValues + 1);
            int code = cell / Outcomes / (ValueIndex.MaximumValues + 1);
            long rows = reader.ReadCount();
            if (cell <= before || group > groups || code > classes || rows == 0 || values is { IsOverflowed: true })
            {
                throw new CorruptStateException("The counts of a facet are out of order, or of what does not exist.");
            }

            tally.Grow((byte)code, (byte)group)[group * Outcomes + cell % Outcomes] = rows;
            before = cell;
        }

        return tally;
    }

    /// <summary>The place of each number of a value in the order of texts, from 0 (none) on.</summary>
    public static int[] Places(ValueIndex? values)
    {
        int[] places = new int[(values?.Count ?? 0) + 1];
        int place = 1;
        foreach (int index in values?.Sorted() ?? [])
        {
            places[index + 1] = place++;
        }

        return places;
    }

    private long[] Grow(byte code, byte group)
    {
        long[] cells = _cells[code] ?? [];
        if ((group + 1) * Outcomes > cells.Length)
        {
            Array.Resize(ref cells, (group + 1) * Outcomes);
            _cells[code] = cells;
        }

        return cells;
    }

    private void Forget() => Array.Clear(_cells);
}
