using System.Text;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Baselines;

/// <summary>Turns the profile of a dataset into <c>statistics.json</c>.</summary>
public static class StatisticsBuilder
{
    /// <summary>The most distinct values, as estimated, of a column whose distribution of categories is written.</summary>
    public const int MaximumCategories = 120;

    /// <summary>Builds the document.</summary>
    /// <param name="profile">The dataset.</param>
    /// <param name="newerFields">
    /// Whether to write <c>completeness</c> and <c>approximate_num_distinct_values</c>, as SageMaker does since 2023.
    /// </param>
    /// <param name="order">The indexes of the columns in the order of the document; null for the profile's.</param>
    public static StatisticsDocument Build(DatasetProfile profile, bool newerFields = true, IReadOnlyList<int>? order = null)
    {
        List<FeatureStatistics> features = new(profile.Columns.Count);
        for (int i = 0; i < profile.Columns.Count; i++)
        {
            int column = order?[i] ?? i;
            features.Add(Build(profile.Columns.Names[column], profile[column], newerFields));
        }

        return new StatisticsDocument(profile.RowCount, features);
    }

    /// <summary>Whether a column's values are few enough for their distribution to be written.</summary>
    internal static bool HasCategories(ColumnProfile profile) =>
        !profile.Categories.IsOverflowed && profile.Distinct.Estimate() <= MaximumCategories;

    private static FeatureStatistics Build(string name, ColumnProfile profile, bool newerFields) =>
        profile.InferredType is InferredType.Integral or InferredType.Fractional
            ? new FeatureStatistics(name, profile.InferredType, Numerical: BuildNumerical(profile, newerFields))
            : new FeatureStatistics(name, profile.InferredType, String: BuildString(profile, newerFields));

    private static StringStatistics BuildString(ColumnProfile profile, bool newerFields) => new(
        profile.Completeness.Present,
        profile.Completeness.Missing,
        profile.Distinct.Estimate(),
        profile.InferredType == InferredType.String && HasCategories(profile) ? SortCategories(profile.Categories) : null)
    {
        Completeness = newerFields ? profile.Completeness.Completeness : null,
    };

    /// <summary>By falling count, equal counts by their bytes: an order that does not depend on how the rows were sharded.</summary>
    private static CategoryCount[] SortCategories(CategoryCountsState counts)
    {
        int[] order = new int[counts.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) =>
        {
            int byCount = counts.GetCount(b).CompareTo(counts.GetCount(a));
            return byCount != 0 ? byCount : counts.GetText(a).SequenceCompareTo(counts.GetText(b));
        });
        return Array.ConvertAll(order, i => new CategoryCount(Encoding.UTF8.GetString(counts.GetText(i)), counts.GetCount(i)));
    }

    private static NumericalStatistics BuildNumerical(ColumnProfile profile, bool newerFields)
    {
        // A column of nothing but numbers that no double holds (1e999) has no moments: they are written as zeros.
        MomentsState moments = profile.Moments;
        bool any = moments.Count > 0;
        return new NumericalStatistics(
            profile.Completeness.Present,
            profile.Completeness.Missing,
            Saturate(moments.Mean),
            Saturate(moments.Sum),
            Saturate(moments.StandardDeviation),
            any ? moments.Minimum : 0.0,
            any ? moments.Maximum : 0.0,
            any ? BuildDistribution(profile) : null)
        {
            ApproximateDistinctValues = newerFields ? profile.Distinct.Estimate() : null,
            Completeness = newerFields ? profile.Completeness.Completeness : null,
        };
    }

    private static KllDistribution BuildDistribution(ColumnProfile profile) => new(
        HistogramBuilder.Build(new SortedView(profile.Sketch), profile.Moments.Minimum, profile.Moments.Maximum),
        KllSketchBuffers.Of(profile.Sketch));

    /// <summary>What outgrew the range of doubles is written as its end: JSON has no infinity.</summary>
    private static double Saturate(double value) =>
        double.IsNaN(value) ? double.MaxValue : Math.Clamp(value, double.MinValue, double.MaxValue);
}
