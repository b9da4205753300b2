using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Makes the flip test of a facet on the sampled rows.</summary>
internal static class FlipMeasurer
{
    /// <summary>Makes the test.</summary>
    /// <param name="state">Has the sample.</param>
    /// <param name="facet">The facet's place among those of the state; its own column is no feature.</param>
    /// <param name="sides">For each class of the facet 0 for rows left out, 1 for those outside it, 2 for its own.</param>
    /// <param name="predictions">What each code of a prediction means: 0 for none, 1 for negative, 2 for positive.</param>
    /// <param name="isSageMaker">Whether a missing feature ends the test, as in Clarify, or only leaves its row out.</param>
    public static FlipResult Measure(BiasState state, int facet, int[] sides, int[] predictions, bool isSageMaker)
    {
        if (state.Sample is not { } sample)
        {
            return new FlipResult(null, "The flip test was not made");
        }

        if (sample.IsOverflowed)
        {
            return new FlipResult(null, $"There are more than {FlipSample.MaximumFeatures} features");
        }

        // In the order of the names, so that sums do not depend on the order of the columns.
        string own = state.Facets[facet].Column;
        int[] features =
        [
            .. Enumerable.Range(0, sample.Names.Count)
                .Where(i => sample.Names[i] != own)
                .OrderBy(i => sample.Names[i], StringComparer.Ordinal),
        ];
        if (features.Length == 0)
        {
            return new FlipResult(null, "There are no features besides the facet");
        }

        bool hasText = false;
        bool hasGaps = false;
        bool hasSensitive = false;
        bool hasOthers = false;
        List<double> values = [];
        List<FlipRow> rows = [];
        foreach ((_, SampledRow row) in sample.Smallest())
        {
            int side = sides[row.Facets[facet]];
            int prediction = predictions[row.Prediction];
            if (side == 0 || prediction == 0)
            {
                continue;
            }

            hasSensitive |= side == 2;
            hasOthers |= side == 1;
            bool isWhole = true;
            foreach (int feature in features)
            {
                hasText |= double.IsInfinity(row[feature]);
                isWhole &= !double.IsNaN(row[feature]);
            }

            hasGaps |= !isWhole;
            if (isWhole)
            {
                values.AddRange(features.Select(feature => row[feature]));
                rows.Add(new FlipRow(side == 2, prediction == 2, row.Count));
            }
        }

        string? reason = !hasSensitive ? "Facet set is empty"
            : !hasOthers ? "Negated facet set is empty"
            : hasText ? "FlipTest does not support non-numeric columns"
            : hasGaps && (isSageMaker || rows.All(row => row.IsSensitive) || rows.All(row => !row.IsSensitive)) ? "Input contains NaN"
            : null;
        return reason is null
            ? new FlipResult(FlipTest.Test(values.ToArray(), features.Length, rows, isSample: !sample.IsComplete), null) { Sample = SizeOf(sample, rows) }
            : new FlipResult(null, reason);
    }

    private static (long Sensitive, long Others)? SizeOf(FlipSample sample, List<FlipRow> rows) => sample.IsComplete
        ? null
        : (rows.Where(row => row.IsSensitive).Sum(row => row.Count), rows.Where(row => !row.IsSensitive).Sum(row => row.Count));
}
