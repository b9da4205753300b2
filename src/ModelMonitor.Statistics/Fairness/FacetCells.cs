namespace ModelMonitor.Statistics.Fairness;

/// <summary>How many rows there are of each group, side of the facet, label and prediction: all that bias metrics need, the flip test's apart.</summary>
public sealed class FacetCells
{
    /// <summary>Cells of one group: two sides, three labels (none, negative, positive), three predictions.</summary>
    public const int PerGroup = 2 * 3 * 3;

    private readonly long[] _cells;

    /// <summary>Creates the table of no rows.</summary>
    /// <param name="groups">How many values the group variable has; the rows without one have a place besides.</param>
    public FacetCells(int groups) => _cells = new long[(groups + 1) * PerGroup];

    internal FacetCells(long[] cells) => _cells = cells;

    /// <summary>How many values the group variable has.</summary>
    public int Groups => _cells.Length / PerGroup - 1;

    /// <summary>The cells; the first <see cref="PerGroup"/> are of rows without a group.</summary>
    public ReadOnlySpan<long> Cells => _cells;

    /// <summary>Counts rows.</summary>
    /// <param name="group">The group from 0; -1 for none.</param>
    /// <param name="isSensitive">Whether they belong to the sensitive facet.</param>
    /// <param name="label">0 for none, 1 for negative, 2 for positive.</param>
    /// <param name="prediction">Likewise.</param>
    /// <param name="count">How many.</param>
    public void Add(int group, bool isSensitive, int label, int prediction, long count) =>
        _cells[(group + 1) * PerGroup + (isSensitive ? 9 : 0) + 3 * label + prediction] += count;

    /// <summary>The counts of one side.</summary>
    public SideCounts Side(bool isSensitive)
    {
        Span<long> sums = stackalloc long[9];
        sums.Clear();
        for (int start = isSensitive ? 9 : 0; start < _cells.Length; start += PerGroup)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += _cells[start + i];
            }
        }

        return new SideCounts
        {
            Rows = sums[0] + sums[1] + sums[2] + sums[3] + sums[4] + sums[5] + sums[6] + sums[7] + sums[8],
            LabelledNegative = sums[3] + sums[4] + sums[5],
            LabelledPositive = sums[6] + sums[7] + sums[8],
            PredictedNegative = sums[1] + sums[4] + sums[7],
            PredictedPositive = sums[2] + sums[5] + sums[8],
            TrueNegative = sums[4],
            FalsePositive = sums[5],
            FalseNegative = sums[7],
            TruePositive = sums[8],
        };
    }

    /// <summary>The counts of each group by label, in the order of the groups.</summary>
    public GroupCounts[] GroupsByLabel() => GroupsBy(3, 1);

    /// <summary>The counts of each group by prediction.</summary>
    public GroupCounts[] GroupsByPrediction() => GroupsBy(1, 3);

    private GroupCounts[] GroupsBy(int stride, int otherStride)
    {
        GroupCounts[] groups = new GroupCounts[Groups];
        for (int group = 0; group < groups.Length; group++)
        {
            ReadOnlySpan<long> cells = _cells.AsSpan((group + 1) * PerGroup, PerGroup);
            long sensitiveNegative = Sum(cells[(9 + stride)..], otherStride);
            long sensitivePositive = Sum(cells[(9 + 2 * stride)..], otherStride);
            groups[group] = new GroupCounts(
                sensitiveNegative,
                sensitivePositive,
                sensitiveNegative + Sum(cells[stride..], otherStride),
                sensitivePositive + Sum(cells[(2 * stride)..], otherStride));
        }

        return groups;
    }

    private static long Sum(ReadOnlySpan<long> cells, int stride) => cells[0] + cells[stride] + cells[2 * stride];
}
