using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class CalibratedPValueTests
{
    private static readonly DriftMethod AndersonDarling = DriftMethods.Find("anderson_darling")!;
    private static readonly DriftMethod ChiSquare = DriftMethods.Find("chi_square_contingency")!;
    private static readonly DriftMethod Missing = DriftMethods.Find("missing_share")!;

    [Fact]
    public void Of_TwoValuesOnly_IsThatOfTheirShares()
    {
        // 300 of 500 against 250 of 500: z = 3.18, of which the test without ties in mind makes 4e-5.
        DriftSample current = Numbers((0.0, 200), (1.0, 300));
        DriftSample reference = Numbers((0.0, 250), (1.0, 250));
        DriftMeasurement measured = AndersonDarling.Measure(current, reference);

        double pValue = CalibratedPValue.Of(AndersonDarling, measured, current, reference)!.Value;

        Assert.InRange(pValue, 0.0013, 0.0017);
        Assert.True(measured.PValue < pValue / 10.0, $"{measured.PValue}");
    }

    [Fact]
    public void Of_NoTies_IsThatOfTheTest()
    {
        DriftSample current = Numbers([.. Enumerable.Range(0, 300).Select(i => (i + 20.5, 1))]);
        DriftSample reference = Numbers([.. Enumerable.Range(0, 300).Select(i => ((double)i, 1))]);
        DriftMeasurement measured = AndersonDarling.Measure(current, reference);

        double pValue = CalibratedPValue.Of(AndersonDarling, measured, current, reference)!.Value;

        Assert.InRange(pValue / measured.PValue!.Value, 0.9, 1.1);
    }

    [Fact]
    public void Of_OneOddValueInAConstantColumn_IsNoSurprise()
    {
        DriftSample current = Numbers((0.0, 99), (7.0, 1));
        DriftSample reference = Numbers((0.0, 10_000));
        DriftMeasurement measured = AndersonDarling.Measure(current, reference);

        Assert.InRange(CalibratedPValue.Of(AndersonDarling, measured, current, reference)!.Value, 0.009, 0.021);
    }

    [Fact]
    public void Of_RareCategoryMoreOftenThanExpected_IsExactAndNotChiSquares()
    {
        // Five of a category expected half a time: Poisson's 1.7e-4, of which chi-square makes 2e-9.
        DriftSample current = Texts(("a", 60), ("b", 35), ("c", 5));
        DriftSample reference = Texts(("a", 6_000), ("b", 3_950), ("c", 50));
        DriftMeasurement measured = ChiSquare.Measure(current, reference);

        double pValue = CalibratedPValue.Of(ChiSquare, measured, current, reference)!.Value;

        Assert.InRange(pValue, 1e-4, 3e-3);
        Assert.True(measured.PValue < 1e-6, $"{measured.PValue}");
    }

    [Fact]
    public void Of_FewMissingCells_IsFishersExactTest()
    {
        DriftSample current = new(Completeness: new SampleCompleteness(486, 14));
        DriftSample reference = new(Completeness: new SampleCompleteness(9_900, 100));
        DriftMeasurement measured = Missing.Measure(current, reference);

        double pValue = CalibratedPValue.Of(Missing, measured, current, reference)!.Value;

        // scipy.stats.fisher_exact([[14, 486], [100, 9900]]).pvalue
        Assert.InRange(pValue, 7e-4, 1.3e-3);
    }

    [Fact]
    public void Of_Distance_HasNoneOfItsOwn()
    {
        DriftMethod distance = DriftMethods.Find("psi_10")!;
        DriftSample sample = Numbers((0.0, 5), (1.0, 5));

        Assert.Null(CalibratedPValue.Of(distance, distance.Measure(sample, sample), sample, sample));
    }

    private static DriftSample Texts(params (string Text, long Count)[] counts) =>
        new(Categories: new CategoryDistribution(counts.Select(pair => KeyValuePair.Create(pair.Text, pair.Count))));

    private static DriftSample Numbers(params (double Value, int Count)[] counts)
    {
        List<double> values = [];
        List<long> ranks = [];
        long rank = 0;
        foreach ((double value, int count) in counts)
        {
            rank += count;
            values.Add(value);
            ranks.Add(rank);
        }

        return new DriftSample(new SortedView([.. values], [.. ranks]));
    }
}
