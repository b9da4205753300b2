using MathNet.Numerics;

namespace ModelMonitor.Statistics.Distances;

/// <summary>Pearson's chi-square test of whether a column's categories still occur as in the reference.</summary>
/// <remarks>
/// As Deequ's <c>Distance</c> does it: the reference counts, scaled to the current total, are the expected ones;
/// current categories that the reference lacks are left out (whether there are any is the question of the
/// domain check); categories too rare for the test are put together. Where Deequ answers NaN, the result is
/// that of a test that finds nothing: statistic 0, no degrees of freedom, p-value 1. That is when a side is empty, when
/// the two have no category in common, and when fewer than two categories are left.
/// </remarks>
/// <param name="Statistic">The sum of (observed - expected)² / expected, at least 0.</param>
/// <param name="DegreesOfFreedom">Categories compared less one; 0 when no test was possible.</param>
/// <param name="PValue">How probable a statistic at least as large is without any drift, in [0, 1].</param>
public readonly record struct ChiSquareTest(double Statistic, int DegreesOfFreedom, double PValue)
{
    /// <summary>The result when no test is possible.</summary>
    public static ChiSquareTest Impossible { get; } = new(Statistic: 0.0, DegreesOfFreedom: 0, PValue: 1.0);

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static ChiSquareTest Of(CategoryDistribution current, CategoryDistribution reference)
    {
        List<ExpectedCategory> categories = Expect(current, reference);
        if (categories.Count == 0)
        {
            return Impossible;
        }

        CategoryRegrouping.Regroup(categories);
        int degreesOfFreedom = categories.Count - 1;
        if (degreesOfFreedom == 0)
        {
            return Impossible;
        }

        double statistic = 0.0;
        foreach (ExpectedCategory category in categories)
        {
            double difference = category.Observed - category.Expected;
            statistic += difference * difference / category.Expected;
        }

        return new ChiSquareTest(statistic, degreesOfFreedom, UpperTail(statistic, degreesOfFreedom));
    }

    /// <summary>The categories of the reference with their observed and expected counts; none when there is nothing to compare.</summary>
    internal static List<ExpectedCategory> Expect(CategoryDistribution current, CategoryDistribution reference)
    {
        long known = 0;
        foreach (string category in reference.Categories)
        {
            known += current.CountOf(category);
        }

        List<ExpectedCategory> categories = [];
        for (int i = 0; i < reference.Categories.Length && known > 0; i++)
        {
            string name = reference.Categories[i];
            double expected = reference.Counts[i] / (double)reference.Total * known;
            categories.Add(new ExpectedCategory(name, current.CountOf(name), expected));
        }

        return categories;
    }

    /// <summary>The chi-square distribution's probability above a value: not 1 - CDF, which has no digits left below 1e-16.</summary>
    internal static double UpperTail(double statistic, int degreesOfFreedom) =>
        statistic <= 0.0 ? 1.0
        : Math.Clamp(SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2.0), 0.0, 1.0);
}
