using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Drift;

/// <summary>Compares the columns of two datasets, neither of which needs to be a baseline.</summary>
/// <remarks>
/// The reference decides how: a column of numbers is compared with the cells that are numbers, any other by
/// the texts of its cells.
/// </remarks>
public static class ColumnComparer
{
    /// <summary>The distance above which, or the p-value up to which, there is drift unless told otherwise.</summary>
    public const double DefaultThreshold = 0.1;

    /// <summary>Compares columns of equal names; those of one side only come last, without results.</summary>
    /// <param name="reference">The columns as they were; their order is that of the result.</param>
    /// <param name="current">The columns as they are.</param>
    /// <param name="methods">How to compare; each gives one result, in this order.</param>
    /// <param name="threshold">See <see cref="DefaultThreshold"/>.</param>
    public static IReadOnlyList<ColumnComparison> Compare(
        IReadOnlyList<ColumnSummary> reference,
        IReadOnlyList<ColumnSummary> current,
        IReadOnlyList<DistanceMethod> methods,
        double threshold = DefaultThreshold)
    {
        Dictionary<string, ColumnSummary> left = current.ToDictionary(column => column.Name, StringComparer.Ordinal);
        List<ColumnComparison> compared = [];
        List<ColumnComparison> oneSided = [];
        foreach (ColumnSummary before in reference)
        {
            if (left.Remove(before.Name, out ColumnSummary? now))
            {
                DriftResult[] results = [.. methods.Select(method => Compare(before, now, method, threshold))];
                compared.Add(new ColumnComparison(before.Name, before, now, results));
            }
            else
            {
                oneSided.Add(new ColumnComparison(before.Name, before, Current: null, Results: []));
            }
        }

        IEnumerable<ColumnComparison> added = current
            .Where(column => left.ContainsKey(column.Name))
            .Select(column => new ColumnComparison(column.Name, Reference: null, column, Results: []));
        return [.. compared, .. oneSided, .. added];
    }

    /// <summary>Compares two columns by one method.</summary>
    public static DriftResult Compare(ColumnSummary reference, ColumnSummary current, DistanceMethod method, double threshold)
    {
        if (reference is { IsNumeric: true, Numbers: { } numbers })
        {
            return CompareNumbers(numbers, current.Numbers, method, threshold);
        }

        return reference is { IsNumeric: false, Categories: { Total: > 0 } categories }
            ? CompareCategories(categories, current.Categories, method, threshold)
            : DriftResult.NotComputed("The reference has no distribution of the column.");
    }

    private static DriftResult CompareNumbers(
        Statistics.SortedView reference, Statistics.SortedView? current, DistanceMethod method, double threshold)
    {
        if (method == DistanceMethod.ChiSquared)
        {
            return DriftResult.NotComputed("The chi-squared test is of categories.");
        }

        return current is null || current.TotalWeight == 0
            ? DriftResult.NotComputed("No current value is a number.")
            : Measure(DriftMeasure.NumericLInfinity, LInfinityDistance.Between(current, reference), method, threshold);
    }

    private static DriftResult CompareCategories(
        CategoryDistribution reference, CategoryDistribution? current, DistanceMethod method, double threshold)
    {
        if (current is null || current.Total == 0)
        {
            return DriftResult.NotComputed(
                current is null ? "The current values are not counted, or too many different ones." : "There is no current value.");
        }

        if (method != DistanceMethod.ChiSquared)
        {
            return Measure(DriftMeasure.CategoricalLInfinity, LInfinityDistance.Between(current, reference), method, threshold);
        }

        ChiSquareTest test = ChiSquareTest.Of(current, reference);
        return test.DegreesOfFreedom == 0
            ? DriftResult.NotComputed("The categories are too few, or too rare, for a chi-squared test.")
            : DriftResult.OfPValue(test.PValue, threshold);
    }

    private static DriftResult Measure(DriftMeasure measure, LInfinityDistance distance, DistanceMethod method, double threshold) =>
        DriftResult.OfDistance(measure, method == DistanceMethod.Robust ? distance.Robust : distance.Simple, threshold);
}
