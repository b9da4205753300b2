using System.Text;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Constraints;

/// <summary>The share of present values that lie within the baseline's domain.</summary>
/// <remarks>
/// A column with more values than are counted one by one has some outside any domain that is smaller; how many
/// is not known. It violates, and the description has the most that the share can be.
/// </remarks>
internal sealed class CategoricalValuesCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.CategoricalValues;

    public string? Describe(FeatureComparison feature)
    {
        long present = feature.Current.Completeness.Present;
        if (feature.Constraints.Domains is not { } domains || present == 0)
        {
            return null;
        }

        HashSet<string> domain = new(domains, StringComparer.Ordinal);
        CategoryCountsState counts = feature.Current.Categories;
        double threshold = feature.Settings.DomainContentThreshold;
        if (counts.IsOverflowed)
        {
            // Values that are too many or too long to be counted cannot all lie in a domain that is neither.
            return threshold > 0.0 && FitsCounts(domain) ? Describe((present - 1) / (double)present) : null;
        }

        double share = Within(counts, domain) / (double)present;
        return share < threshold ? Describe(share) : null;
    }

    /// <summary>The text of 2019, the only one known for this check; the space at its end is AWS's.</summary>
    private static string Describe(double share) =>
        $"Value: {JavaDouble.ToString(share)} does not meet the constraint requirement! ";

    private static bool FitsCounts(HashSet<string> domain) =>
        domain.Count <= CategoryCountsState.MaximumCategories
        && domain.Sum(value => (long)Encoding.UTF8.GetByteCount(value)) <= CategoryCountsState.MaximumBytes;

    private static long Within(CategoryCountsState counts, HashSet<string> domain)
    {
        long within = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            within += domain.Contains(Encoding.UTF8.GetString(counts.GetText(i))) ? counts.GetCount(i) : 0;
        }

        return within;
    }
}
