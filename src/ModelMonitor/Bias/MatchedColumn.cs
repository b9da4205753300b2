using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>What is known of a column that a configuration gives values of: what its cells are, and whether it is continuous.</summary>
internal sealed class MatchedColumn(ValueRule rule)
{
    /// <summary>Clarify's: from this share of distinct integers on, a column is continuous.</summary>
    private const double ContinuousShare = 0.05;

    /// <summary>Ours: up to as many distinct integers, a column is categorical however few rows there are.</summary>
    private const double FewValues = 20;

    private const int CacheSize = 256;

    private readonly CachedCell[] _cache = new CachedCell[CacheSize];
    private readonly DistinctValues _distinct = new();
    private long _missing;
    private long _integral;
    private long _whole;
    private long _fractional;
    private long _text;

    private MatchedColumn(ValueRule rule, DistinctValues distinct)
        : this(rule) => _distinct = distinct;

    public ValueRule Rule => rule;

    /// <summary>The largest number; minus infinity for none.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Cells that are there.</summary>
    public long Present => _integral + _whole + _fractional + _text;

    /// <summary>Whether every number is written as an integer.</summary>
    public bool IsIntegral => _whole == 0 && _fractional == 0;

    /// <summary>Whether the column is continuous, so that a single number is a threshold.</summary>
    public bool IsContinuous(bool isSageMaker)
    {
        if (rule.Match == ValueMatch.Above)
        {
            return true;
        }

        if (!rule.MayBeThreshold || _text > 0 || Present == 0)
        {
            return false;
        }

        // pandas makes floating-point numbers of integers as soon as one is missing, and 1.0 is one to it.
        if (_fractional > 0 || (isSageMaker && (_missing > 0 || _whole > 0)))
        {
            return true;
        }

        double distinct = _distinct.Estimate();
        return distinct / (_integral + _whole) >= ContinuousShare && (isSageMaker || distinct > FewValues);
    }

    /// <summary>Says where each cell of a column stands; a negative column is missing.</summary>
    public void Classify(RowBatch batch, int column, Span<byte> codes)
    {
        if (column < 0 || column >= batch.ColumnCount)
        {
            codes[..batch.RowCount].Clear();
            _missing += batch.RowCount;
            return;
        }

        ReadOnlySpan<byte> text = batch.Text;
        ReadOnlySpan<int> starts = batch.Starts(column);
        ReadOnlySpan<int> lengths = batch.Lengths(column);
        for (int row = 0; row < starts.Length; row++)
        {
            int length = lengths[row];
            if (length < 0)
            {
                _missing++;
                codes[row] = MatchCodes.Missing;
                continue;
            }

            ulong head = CellHead.OfSlice(text, starts[row], length);
            ref CachedCell cached = ref _cache[(int)(CellHash.Mix(head) >> 56)];
            if (length > sizeof(ulong) || cached.Head != head || cached.Length != length)
            {
                cached = Look(text.Slice(starts[row], length), head);
            }

            codes[row] = cached.Code;
            switch (cached.Type)
            {
                case CellType.Integral:
                    _integral++;
                    break;
                case CellType.Fractional:
                    _fractional += cached.IsWhole ? 0 : 1;
                    _whole += cached.IsWhole ? 1 : 0;
                    break;
                default:
                    _text++;
                    break;
            }
        }
    }

    public void MergeFrom(MatchedColumn other)
    {
        _missing += other._missing;
        _integral += other._integral;
        _whole += other._whole;
        _fractional += other._fractional;
        _text += other._text;
        Maximum = Math.Max(Maximum, other.Maximum);
        _distinct.MergeFrom(other._distinct);
    }

    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteInt32((int)rule.Match);
        writer.WriteInt32(rule.Values.Count);
        foreach (string value in rule.Values)
        {
            writer.WriteString(value);
        }

        writer.WriteInt64(_missing);
        writer.WriteInt64(_integral);
        writer.WriteInt64(_whole);
        writer.WriteInt64(_fractional);
        writer.WriteInt64(_text);
        writer.WriteDouble(Maximum);
        _distinct.WriteTo(ref writer);
    }

    public static MatchedColumn ReadFrom(ref StateReader reader)
    {
        ValueMatch match = (ValueMatch)reader.ReadInt32();
        string[] values = new string[reader.ReadLength(sizeof(int))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadString();
        }

        (long missing, long integral, long whole, long fractional, long text) =
            (reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount());
        double maximum = reader.ReadDouble();
        if (double.IsNaN(maximum))
        {
            throw new CorruptStateException("A column's largest number is none.");
        }

        ValueRule rule = new(values, match);
        if (match is < ValueMatch.AsClarify or > ValueMatch.Above || (match == ValueMatch.Above && !rule.MayBeThreshold))
        {
            throw new CorruptStateException("The values of a column are meant in no known way.");
        }

        return new MatchedColumn(rule, DistinctValues.ReadFrom(ref reader))
        {
            _missing = missing,
            _integral = integral,
            _whole = whole,
            _fractional = fractional,
            _text = text,
            Maximum = maximum,
        };
    }

    private CachedCell Look(ReadOnlySpan<byte> cell, ulong head)
    {
        CellType type = CellParser.Parse(cell, head, out double number);
        if (type is CellType.Integral or CellType.Fractional && !double.IsFinite(number))
        {
            type = CellType.String;
            number = double.NaN;
        }
        else if (!double.IsNaN(number))
        {
            Maximum = Math.Max(Maximum, number);
        }

        if (rule.MayBeThreshold)
        {
            _distinct.Add(double.IsNaN(number) ? CellHash.Of(cell, head) : CellHash.Mix((ulong)BitConverter.DoubleToInt64Bits(number)));
        }

        return new CachedCell
        {
            Head = head,
            Length = cell.Length,
            Type = type,
            IsWhole = type == CellType.Fractional && number == Math.Floor(number),
            Code = rule.Classify(cell, type, number),
        };
    }

    private struct CachedCell
    {
        public ulong Head;
        public int Length;
        public CellType Type;
        public bool IsWhole;
        public byte Code;
    }
}
