namespace ModelMonitor.Statistics;

/// <summary>How many present cells of a column look like which type.</summary>
public sealed class TypeCountsState : IMergeableState<TypeCountsState>
{
    private static ReadOnlySpan<byte> Tag => "TYPE"u8;

    private readonly long[] _counts = new long[4];

    /// <summary>Cells of the given type.</summary>
    public long this[CellType type] => _counts[(int)type];

    /// <summary>All present cells.</summary>
    public long Total => _counts[0] + _counts[1] + _counts[2] + _counts[3];

    /// <summary>
    /// The column's type, by Deequ's rule: any text, or booleans mixed with numbers, make it
    /// <see cref="InferredType.String"/>; any fraction makes it <see cref="InferredType.Fractional"/>.
    /// A column of booleans alone is reported as <see cref="InferredType.String"/>.
    /// </summary>
    public InferredType Inferred =>
        Total == 0 ? InferredType.Unknown
        : this[CellType.String] > 0 || this[CellType.Boolean] > 0 ? InferredType.String
        : this[CellType.Fractional] > 0 ? InferredType.Fractional
        : InferredType.Integral;

    /// <inheritdoc />
    public static TypeCountsState CreateEmpty() => new();

    /// <summary>Counts cells of one type.</summary>
    public void Add(CellType type, long count = 1) => _counts[(int)type] += count;

    /// <inheritdoc />
    public void MergeFrom(TypeCountsState other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        foreach (long count in _counts)
        {
            writer.WriteInt64(count);
        }
    }

    /// <inheritdoc />
    public static TypeCountsState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        TypeCountsState state = new();
        for (int i = 0; i < state._counts.Length; i++)
        {
            state._counts[i] = reader.ReadCount();
        }

        return state;
    }
}
