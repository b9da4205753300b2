using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>
/// Whether categories occur as often as in the reference, whose shares are taken as the true ones: Pearson's chi-square, and the
/// likelihood ratio G = 2·Σ O·ln(O / E), as <c>scipy.stats.power_divergence</c>.
/// </summary>
/// <remarks>
/// The reference, scaled to the current total, is what is expected; categories that it lacks are left out on the current side. So
/// these tests are right only of a reference much larger than the window: see <see cref="ContingencyTest"/> for the others. The
/// chi-square is that of <see cref="ChiSquareTest"/>, rare categories put together as Deequ does; G leaves them apart. The
/// effect is the total variation distance of all categories, in [0, 1]. Not compared: a side without values, and
/// sides without a category in common. One category: statistic 0, p-value 1.
/// </remarks>
public static class GoodnessOfFitTest
{
    /// <summary>Pearson's chi-square as Deequ and SageMaker Model Monitor compute it.</summary>
    public static DriftMeasurement OfPearson(CategoryDistribution current, CategoryDistribution reference)
    {
        ChiSquareTest test = ChiSquareTest.Of(current, reference);
        return Answer(current, reference, test.Statistic, test.PValue);
    }

    /// <summary>The likelihood ratio G.</summary>
    public static DriftMeasurement OfLikelihoodRatio(CategoryDistribution current, CategoryDistribution reference)
    {
        List<ExpectedCategory> categories = ChiSquareTest.Expect(current, reference);
        double sum = 0.0;
        foreach (ExpectedCategory category in categories)
        {
            sum += category.Observed > 0.0 ? 2.0 * category.Observed * Math.Log(category.Observed / category.Expected) : 0.0;
        }

        double statistic = Math.Max(0.0, sum);
        double pValue = categories.Count < 2 ? 1.0 : ChiSquareTest.UpperTail(statistic, categories.Count - 1);
        return Answer(current, reference, statistic, pValue);
    }

    private static DriftMeasurement Answer(
        CategoryDistribution current, CategoryDistribution reference, double statistic, double pValue)
    {
        DriftMeasurement distance = TotalVariationDistance.Of(AlignedBins.Of(current, reference));
        if (!distance.IsCompared)
        {
            return distance;
        }

        return distance.Statistic >= 1.0
            ? DriftMeasurement.NotCompared("The two sides have no category in common.")
            : DriftMeasurement.OfTest(statistic, pValue, distance.Statistic, bound: 0.0, isExact: false);
    }
}
