using System.Globalization;
using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Statistics;

namespace ModelMonitor.Baselines.Differences;

/// <summary>Compares the statistics of a column: completeness, moments, quantiles, values of text.</summary>
internal static class StatisticsComparer
{
    /// <summary>The most values of text that are named of those that came, and of those that went.</summary>
    private const int MostCategories = 20;

    /// <summary>A tenth of the rows weighs as much as a distribution at its usual threshold.</summary>
    private const double ShareOfWeightOne = 0.1;

    /// <summary>What sums of the same numbers in another order may differ by.</summary>
    private const double Rounding = 1e-9;

    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static IEnumerable<BaselineChange> Compare(FeatureStatistics before, FeatureStatistics after)
    {
        IEnumerable<BaselineChange> changes = Number(
            BaselineChangeKind.Completeness, "completeness", before.Completeness, after.Completeness, ShareOfWeightOne);
        if (before.Numerical is { } was && after.Numerical is { } now)
        {
            changes = changes.Concat(Compare(was, now, ColumnSummary.Of(before).Numbers, ColumnSummary.Of(after).Numbers));
        }

        if (before.String?.Categories is { } categories && after.String?.Categories is { } later)
        {
            changes = changes
                .Concat(OnlyIn(later, categories).Select(category => new BaselineChange(
                    BaselineChangeKind.CategoryAdded, Named(category.Value), ChangedValue.None, ChangedValue.Of(category.Share), category.Share / ShareOfWeightOne)))
                .Concat(OnlyIn(categories, later).Select(category => new BaselineChange(
                    BaselineChangeKind.CategoryRemoved, Named(category.Value), ChangedValue.Of(category.Share), ChangedValue.None, category.Share / ShareOfWeightOne)));
        }

        return changes;
    }

    private static IEnumerable<BaselineChange> Compare(
        NumericalStatistics was, NumericalStatistics now, SortedView? before, SortedView? after)
    {
        // A column of one value has no spread to measure by: then any step is as large as the value.
        double spread = was.StandardDeviation > 0.0 ? was.StandardDeviation : Math.Max(Math.Abs(was.Mean), double.Epsilon);
        IEnumerable<BaselineChange> changes =
        [
            .. Number(BaselineChangeKind.Mean, "mean", was.Mean, now.Mean, spread),
            .. Number(BaselineChangeKind.StandardDeviation, "standard deviation", was.StandardDeviation, now.StandardDeviation, spread),
        ];
        return before is { TotalWeight: > 0 } && after is { TotalWeight: > 0 }
            ? changes.Concat(Quantiles.SelectMany(q => Number(
                BaselineChangeKind.Quantile,
                string.Create(CultureInfo.InvariantCulture, $"quantile {q:0.##}"),
                before.Quantile(q),
                after.Quantile(q),
                spread)))
            : changes;
    }

    private static IEnumerable<BaselineChange> Number(BaselineChangeKind kind, string subject, double before, double after, double unit)
    {
        double weight = Math.Abs(after - before) / unit;
        if (weight > Rounding)
        {
            yield return new BaselineChange(
                kind, subject, ChangedValue.Of(before), ChangedValue.Of(after), double.IsFinite(weight) ? Math.Min(weight, 100.0) : 100.0);
        }
    }

    private static IEnumerable<(string Value, double Share)> OnlyIn(IReadOnlyList<CategoryCount> these, IReadOnlyList<CategoryCount> those)
    {
        HashSet<string> known = those.Select(category => category.Value).ToHashSet(StringComparer.Ordinal);
        double total = Math.Max(1L, these.Sum(category => category.Count));
        return these.Where(category => !known.Contains(category.Value))
            .OrderByDescending(category => category.Count)
            .Take(MostCategories)
            .Select(category => (category.Value, category.Count / total));
    }

    private static string Named(string value) => $"value \"{value}\"";
}
