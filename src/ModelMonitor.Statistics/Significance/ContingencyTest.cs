using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>
/// Whether categories occur equally often on both sides, of which either is a sample: Pearson's chi-square and the likelihood
/// ratio G = 2·Σ O·ln(O / E) of a table of two rows, as <c>scipy.stats.chi2_contingency</c>.
/// </summary>
/// <remarks>
/// New and vanished categories count. The degrees of freedom are the categories less one; with one, Yates' correction moves each
/// count by up to a half towards the expected one, as SciPy does. The effect is the total variation distance, the share of rows
/// that changed their category, in [0, 1]. One category on both sides: statistic 0, p-value 1. A side without values is not compared.
/// </remarks>
public static class ContingencyTest
{
    /// <summary>Pearson's chi-square.</summary>
    public static DriftMeasurement OfPearson(CategoryDistribution current, CategoryDistribution reference) =>
        Of(current, reference, (observed, expected) => (observed - expected) * (observed - expected) / expected);

    /// <summary>The likelihood ratio G.</summary>
    public static DriftMeasurement OfLikelihoodRatio(CategoryDistribution current, CategoryDistribution reference) =>
        Of(current, reference, (observed, expected) => observed > 0.0 ? 2.0 * observed * Math.Log(observed / expected) : 0.0);

    private static DriftMeasurement Of(CategoryDistribution current, CategoryDistribution reference, Func<double, double, double> term)
    {
        AlignedBins bins = AlignedBins.Of(current, reference);
        DriftMeasurement distance = TotalVariationDistance.Of(bins);
        if (!distance.IsCompared)
        {
            return distance;
        }

        double n = bins.CurrentTotal;
        double m = bins.ReferenceTotal;
        int degreesOfFreedom = bins.Current.Length - 1;
        double statistic = 0.0;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            double both = (double)bins.Current[i] + bins.Reference[i];
            double expected = both / (n + m) * n;
            double correction = degreesOfFreedom == 1 ? Math.Min(0.5, Math.Abs(bins.Current[i] - expected)) : 0.0;
            double moved = Math.Sign(bins.Current[i] - expected) * correction;
            statistic += term(bins.Current[i] - moved, expected) + term(bins.Reference[i] + moved, both - expected);
        }

        statistic = Math.Max(0.0, statistic);
        double pValue = degreesOfFreedom == 0 ? 1.0 : ChiSquareTest.UpperTail(statistic, degreesOfFreedom);
        return DriftMeasurement.OfTest(statistic, pValue, distance.Statistic, bound: 0.0, isExact: false);
    }
}
