using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>What a bias monitor keeps of rows: counts by facet, group, label and prediction, and a sample for the flip test.</summary>
/// <remarks>
/// All counts are exact, so that any way of dividing the rows gives the same metrics to the last digit. It is stored in an order
/// of its own: equal rows give equal bytes.
/// </remarks>
public sealed class BiasState : IMergeableState<BiasState>
{
    private const byte Layout = 2;

    private static ReadOnlySpan<byte> Tag => "BIAS"u8;

    /// <summary>Creates the state of no rows.</summary>
    /// <param name="options">What is counted.</param>
    public BiasState(BiasOptions options) => Prepare(options);

    private BiasState()
    {
    }

    /// <summary>How many rows were added.</summary>
    public long RowCount { get; internal set; }

    /// <summary>The columns of the rows being added; not stored.</summary>
    internal ColumnSet? Columns { get; init; }

    internal MatchedColumn? Label { get; private set; }

    internal MatchedColumn? Prediction { get; private set; }

    internal ValueIndex? Groups { get; private set; }

    internal List<FacetTally> Facets { get; private init; } = [];

    internal FlipSample? Sample { get; private set; }

    /// <inheritdoc />
    public static BiasState CreateEmpty() => new();

    /// <inheritdoc />
    public void MergeFrom(BiasState other)
    {
        if (other.Label is null)
        {
            return;
        }

        if (Label is null)
        {
            Prepare(other);
        }

        DemandSame(other);
        RowCount += other.RowCount;
        Label!.MergeFrom(other.Label);
        Prediction?.MergeFrom(other.Prediction!);
        byte[] groups = MergeGroups(other);
        byte[]?[] classes = new byte[]?[Facets.Count];
        for (int facet = 0; facet < classes.Length; facet++)
        {
            classes[facet] = Facets[facet].MergeFrom(other.Facets[facet], groups);
        }

        Sample?.MergeFrom(other.Sample!, classes);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, Layout);
        writer.WriteFlag(Label is not null);
        if (Label is null)
        {
            return;
        }

        writer.WriteInt64(RowCount);
        Label.WriteTo(ref writer);
        writer.WriteFlag(Prediction is not null);
        Prediction?.WriteTo(ref writer);
        writer.WriteFlag(Groups is not null);
        Groups?.WriteTo(ref writer);
        writer.WriteInt32(Facets.Count);
        int[] groups = FacetTally.Places(Groups);
        foreach (FacetTally facet in Facets)
        {
            facet.WriteTo(ref writer, groups);
        }

        writer.WriteFlag(Sample is not null);
        Sample?.WriteTo(ref writer, [.. Facets.Select(facet => facet.Values is null ? null : Padded(FacetTally.Places(facet.Values)))]);
    }

    /// <inheritdoc />
    public static BiasState ReadFrom(ref StateReader reader)
    {
        if (reader.ReadHeader(Tag, Layout) < Layout)
        {
            throw new CorruptStateException("A state of bias does not say how the values of its columns are meant.");
        }

        BiasState state = new();
        if (!reader.ReadFlag())
        {
            return state;
        }

        state.RowCount = reader.ReadCount();
        state.Label = MatchedColumn.ReadFrom(ref reader);
        state.Prediction = reader.ReadFlag() ? MatchedColumn.ReadFrom(ref reader) : null;
        state.Groups = reader.ReadFlag() ? ValueIndex.ReadFrom(ref reader) : null;
        int facets = reader.ReadLength(sizeof(int));
        for (int i = 0; i < facets; i++)
        {
            state.Facets.Add(FacetTally.ReadFrom(ref reader, state.Groups?.Count ?? 0));
        }

        if (reader.ReadFlag())
        {
            state.Sample = FlipSample.ReadFrom(
                ref reader, [.. state.Facets.Select(facet => facet.Values is { } values ? values.Count + 1 : MatchCodes.Count)]);
        }

        return state;
    }

    /// <summary>Makes a state of no rows one of these options.</summary>
    internal void Prepare(BiasOptions options)
    {
        if (Label is not null)
        {
            return;
        }

        Label = new MatchedColumn(options.LabelRule);
        Prediction = options.PredictsLabels ? new MatchedColumn(options.LabelRule)
            : options.Probability is not null ? new MatchedColumn(ProbabilityRule(options.ProbabilityThreshold))
            : null;
        Groups = options.GroupVariable is null ? null : new ValueIndex();
        Facets.AddRange(options.Facets.Select(facet => new FacetTally(facet.Column, new ValueRule(facet.Values, facet.Match))));
        Sample = options.MetricsOf(BiasStage.PostTraining).Any(
            metric => metric.Needs.HasFlag(BiasNeeds.Neighbours)) ? new FlipSample() : null;
    }

    /// <summary>Puts the groups together once they are too many.</summary>
    internal void JoinGroups()
    {
        foreach (FacetTally facet in Facets)
        {
            facet.JoinGroups();
        }
    }

    private static ValueRule ProbabilityRule(double threshold) =>
        new([FormattableString.Invariant($"({threshold:R}, inf]")], ValueMatch.Values);

    private static int[] Padded(int[] places)
    {
        // Rows sampled before a facet was given up have classes that no longer exist.
        int[] padded = new int[ValueIndex.MaximumValues + 1];
        places.CopyTo(padded, 0);
        return padded;
    }

    private void Prepare(BiasState other)
    {
        Label = new MatchedColumn(other.Label!.Rule);
        Prediction = other.Prediction is { } prediction ? new MatchedColumn(prediction.Rule) : null;
        Groups = other.Groups is null ? null : new ValueIndex();
        Facets.AddRange(other.Facets.Select(facet => new FacetTally(facet.Column, facet.Rule)));
        Sample = other.Sample is null ? null : new FlipSample();
    }

    private byte[] MergeGroups(BiasState other)
    {
        if (Groups is null)
        {
            return [0];
        }

        bool wasOverflowed = Groups.IsOverflowed;
        byte[] groups = Groups.MergeFrom(other.Groups!);
        if (!Groups.IsOverflowed)
        {
            return groups;
        }

        if (!wasOverflowed)
        {
            JoinGroups();
        }

        return new byte[ValueIndex.MaximumValues + 1];
    }

    private void DemandSame(BiasState other)
    {
        bool isSame = Label!.Rule.IsSame(other.Label!.Rule)
            && (Prediction is null) == (other.Prediction is null)
            && (Groups is null) == (other.Groups is null)
            && (Sample is null) == (other.Sample is null)
            && Facets.Select(facet => facet.Column).SequenceEqual(other.Facets.Select(facet => facet.Column), StringComparer.Ordinal)
            && Facets.Zip(other.Facets).All(pair => pair.First.Rule.IsSame(pair.Second.Rule));
        if (!isSame)
        {
            throw new CorruptStateException("Two states of bias count different facets or labels.");
        }
    }
}
