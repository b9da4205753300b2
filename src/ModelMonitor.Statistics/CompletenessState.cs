namespace ModelMonitor.Statistics;

/// <summary>How many cells of a column hold a value and how many are missing (an empty CSV cell, JSON null, an absent key).</summary>
public sealed class CompletenessState : IMergeableState<CompletenessState>
{
    private static ReadOnlySpan<byte> Tag => "CMPL"u8;

    /// <summary>Cells with a value.</summary>
    public long Present { get; private set; }

    /// <summary>Cells without one.</summary>
    public long Missing { get; private set; }

    /// <summary>Share of cells with a value, in [0, 1]; 1 for a column of no rows.</summary>
    public double Completeness => Present + Missing == 0 ? 1.0 : (double)Present / (Present + Missing);

    /// <inheritdoc />
    public static CompletenessState CreateEmpty() => new();

    /// <summary>Counts cells.</summary>
    public void Add(long present, long missing)
    {
        Present += present;
        Missing += missing;
    }

    /// <inheritdoc />
    public void MergeFrom(CompletenessState other) => Add(other.Present, other.Missing);

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt64(Present);
        writer.WriteInt64(Missing);
    }

    /// <inheritdoc />
    public static CompletenessState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        return new CompletenessState { Present = reader.ReadCount(), Missing = reader.ReadCount() };
    }
}
