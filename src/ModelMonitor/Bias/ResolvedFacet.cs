using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Which classes of a facet's column are the sensitive facet.</summary>
/// <param name="Tally">The counts.</param>
/// <param name="ValueOrThreshold">How Clarify writes it.</param>
/// <param name="Sides">For each class 0 for rows left out, 1 for those outside the facet, 2 for the facet's.</param>
/// <param name="Error">Why there is no such facet; null when there is.</param>
internal sealed record ResolvedFacet(FacetTally Tally, string ValueOrThreshold, int[] Sides, string? Error)
{
    /// <summary>The table of counts.</summary>
    /// <param name="labels">What each code of a label means: 0 for none, 1 for negative, 2 for positive.</param>
    /// <param name="predictions">Likewise of a prediction.</param>
    /// <param name="groups">The place of each group's number; -1 for none.</param>
    /// <param name="groupCount">How many groups there are.</param>
    public FacetCells Count(int[] labels, int[] predictions, int[] groups, int groupCount)
    {
        FacetCells table = new(groupCount);
        for (int code = 0; code < Sides.Length; code++)
        {
            ReadOnlySpan<long> cells = Tally.Of(code);
            for (int i = 0; i < cells.Length && Sides[code] > 0; i++)
            {
                int outcome = i % FacetTally.Outcomes;
                table.Add(
                    groups[i / FacetTally.Outcomes],
                    isSensitive: Sides[code] == 2,
                    labels[outcome / MatchCodes.Count],
                    predictions[outcome % MatchCodes.Count],
                    cells[i]);
            }
        }

        return table;
    }
}
