using System.Globalization;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Drift;

/// <summary>Chooses the method of a comparison by type, cardinality and sizes alone: <c>auto</c>.</summary>
public static class DriftMethodChooser
{
    /// <summary>Categories are tested by chi-square when at most a fifth of the counts is expected to be below this, and none below 1 (Cochran 1954).</summary>
    private const double RareCount = 5.0;

    private const double CriticalValue = 1.36; // of Kolmogorov's distribution at 5 %
    private const int FewNumbers = 8;

    /// <summary>The method to compare two columns with; null where nothing is known of the same kind on both sides.</summary>
    public static MethodChoice? Choose(DriftSample current, DriftSample reference)
    {
        if (current.Numbers is not null && reference.Numbers is not null)
        {
            return OfNumbers(current.Numbers, reference.Numbers);
        }

        if (current.Categories is not null && reference.Categories is not null)
        {
            return OfCategories(current.Categories, reference.Categories);
        }

        if (current.Moments is not null && reference.Moments is not null)
        {
            return new MethodChoice(NumericTestMethods.Welch, "Of the numbers only the moments are known.");
        }

        return current.Completeness is not null && reference.Completeness is not null
            ? new MethodChoice(ShareTestMethods.MissingShare, "Only the missing cells are counted, not the values.")
            : null;
    }

    private static MethodChoice OfNumbers(SortedView current, SortedView reference)
    {
        double n = Math.Max(1, current.TotalWeight);
        double m = Math.Max(1, reference.TotalWeight);
        double error = current.NormalizedRankError + reference.NormalizedRankError;
        double chance = CriticalValue * Math.Sqrt(1.0 / n + 1.0 / m);
        if (error > chance)
        {
            return new MethodChoice(
                DistanceMethods.WassersteinNormed,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"With so many rows the sketches' rank error, {error:P2}, exceeds what chance does, {chance:P2}: a distance, not a test."));
        }

        return Math.Min(n, m) <= FewNumbers
            ? new MethodChoice(NumericTestMethods.KolmogorovSmirnov, $"A side has no more than {FewNumbers} numbers: its p-value is exact.")
            : new MethodChoice(
                NumericTestMethods.AndersonDarling, "Numbers: it notices shifts and wider tails sooner than other tests of whole distributions.");
    }

    private static MethodChoice OfCategories(CategoryDistribution current, CategoryDistribution reference)
    {
        AlignedBins bins = AlignedBins.Of(current, reference);
        int categories = bins.Current.Length;
        (double least, double rareShare) = Expected(bins);
        if (categories <= 2)
        {
            return least < RareCount
                ? new MethodChoice(ShareTestMethods.Fisher, $"Two categories, and fewer than {RareCount} of one expected: exact.")
                : new MethodChoice(ShareTestMethods.TwoProportions, $"Two categories, each expected {RareCount} times or more.");
        }

        return least >= 1.0 && rareShare <= 0.2
            ? new MethodChoice(ShareTestMethods.ChiSquareContingency, $"{categories} categories, common enough for a chi-square test of two samples.")
            : new MethodChoice(
                DivergenceMethods.JensenShannonDistanceBase2,
                $"{categories} categories, too many of them expected fewer than {RareCount} times for a chi-square test.");
    }

    /// <summary>The smallest expected count of a table of both sides, and the share of expected counts below <see cref="RareCount"/>.</summary>
    private static (double Least, double RareShare) Expected(AlignedBins bins)
    {
        double total = (double)bins.CurrentTotal + bins.ReferenceTotal;
        double least = bins.Current.Length == 0 ? 0.0 : double.MaxValue;
        int rare = 0;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            double share = ((double)bins.Current[i] + bins.Reference[i]) / total;
            rare += (share * bins.CurrentTotal < RareCount ? 1 : 0) + (share * bins.ReferenceTotal < RareCount ? 1 : 0);
            least = Math.Min(least, share * Math.Min(bins.CurrentTotal, bins.ReferenceTotal));
        }

        return (least, rare / Math.Max(1.0, 2.0 * bins.Current.Length));
    }
}
