using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

/// <summary>Everything kept of one column: completeness, types, moments, quantile sketch, distinct count, categories.</summary>
/// <remarks>
/// The numeric states take every cell that is a number, whatever the column as a whole turns out to be: so a
/// column that one bad cell makes a String can still be compared as the number it was.
/// </remarks>
public sealed partial class ColumnProfile : IMergeableState<ColumnProfile>
{
    private static ReadOnlySpan<byte> Tag => "COLM"u8;

    /// <summary>Present and missing cells.</summary>
    public CompletenessState Completeness { get; private init; } = new();

    /// <summary>What the present cells look like.</summary>
    public TypeCountsState Types { get; private init; } = new();

    /// <summary>Moments of the cells that are finite numbers.</summary>
    public MomentsState Moments { get; private init; } = new();

    /// <summary>Quantile sketch of the cells that are finite numbers.</summary>
    public KllSketch Sketch { get; private init; } = new();

    /// <summary>Estimated number of distinct texts.</summary>
    public HyperLogLogPlusPlus Distinct { get; private init; } = new();

    /// <summary>How often each text occurs, while they are few.</summary>
    public CategoryCountsState Categories { get; private init; } = new();

    /// <summary>The type of the column as a whole.</summary>
    public InferredType InferredType => Types.Inferred;

    /// <inheritdoc />
    public static ColumnProfile CreateEmpty() => new();

    /// <inheritdoc />
    public void MergeFrom(ColumnProfile other)
    {
        Completeness.MergeFrom(other.Completeness);
        Types.MergeFrom(other.Types);
        Moments.MergeFrom(other.Moments);
        Sketch.MergeFrom(other.Sketch);
        Distinct.MergeFrom(other.Distinct);
        Categories.MergeFrom(other.Categories);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        Completeness.WriteTo(ref writer);
        Types.WriteTo(ref writer);
        Moments.WriteTo(ref writer);
        Sketch.WriteTo(ref writer);
        Distinct.WriteTo(ref writer);
        Categories.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static ColumnProfile ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        ColumnProfile profile = new()
        {
            Completeness = CompletenessState.ReadFrom(ref reader),
            Types = TypeCountsState.ReadFrom(ref reader),
            Moments = MomentsState.ReadFrom(ref reader),
            Sketch = KllSketch.ReadFrom(ref reader),
            Distinct = HyperLogLogPlusPlus.ReadFrom(ref reader),
            Categories = CategoryCountsState.ReadFrom(ref reader),
        };
        return profile.IsConsistent()
            ? profile
            : throw new CorruptStateException("The parts of a column's profile do not agree on how many cells there were.");
    }

    private bool IsConsistent()
    {
        long categorized = Categories.IsOverflowed ? Completeness.Present : 0;
        for (int i = 0; i < Categories.Count; i++)
        {
            categorized += Categories.GetCount(i);
        }

        return Types.Total == Completeness.Present
            && categorized == Completeness.Present
            && Moments.Count == Sketch.Count
            && Moments.Count <= Types[CellType.Integral] + Types[CellType.Fractional]
            && Sketch.K == KllSketch.DefaultK
            && Sketch.C == KllSketch.DefaultC;
    }
}
