using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Tests.Drift;

/// <summary>The methods of numbers against SciPy: columns that views hold in full, and sketches within their bounds.</summary>
public sealed class ScipyTests
{
    public static TheoryData<string> Names { get; } = new(ScipyCase.All.Select(one => one.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void KolmogorovSmirnov_OfCompleteColumns_IsSciPys(string name) => AssertTest(
        ScipyCase.Of(name), KolmogorovSmirnovTest.Of, one => one.KolmogorovSmirnov, relative: 1e-3);

    [Theory]
    [MemberData(nameof(Names))]
    public void CramerVonMises_OfCompleteColumns_IsSciPys(string name) => AssertTest(
        ScipyCase.Of(name), CramerVonMisesTest.Of, one => one.CramerVonMises, relative: 1e-4);

    [Theory]
    [MemberData(nameof(Names))]
    public void AndersonDarling_OfCompleteColumns_IsSciPysUpToItsTable(string name)
    {
        ScipyCase one = ScipyCase.Of(name);

        DriftMeasurement test = AndersonDarlingTest.Of(Complete(one.Current), Complete(one.Reference));

        AssertClose(one.AndersonDarling.Statistic, test.Statistic, 1e-9);
        switch (one.AndersonDarling.PValue)
        {
            case 0.25: Assert.InRange(test.PValue!.Value, 0.249, 1.0); break;
            case 0.001: Assert.InRange(test.PValue!.Value, 1e-15, 0.001); break;
            default: Assert.Equal(one.AndersonDarling.PValue, test.PValue!.Value, tolerance: 0.004); break;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MannWhitney_OfCompleteColumns_IsSciPys(string name) => AssertTest(
        ScipyCase.Of(name), MannWhitneyTest.Of, one => one.MannWhitney, relative: 1e-9);

    [Theory]
    [MemberData(nameof(Names))]
    public void EppsSingleton_OfCompleteColumns_IsSciPys(string name) => AssertTest(
        ScipyCase.Of(name), EppsSingletonTest.Of, one => one.EppsSingleton, relative: 1e-7);

    [Theory]
    [MemberData(nameof(Names))]
    public void Distances_OfCompleteColumns_AreSciPys(string name)
    {
        ScipyCase one = ScipyCase.Of(name);
        SortedView current = Complete(one.Current);
        SortedView reference = Complete(one.Reference);

        AssertClose(one.Wasserstein, WassersteinDistance.Between(current, reference).Statistic, 1e-9);
        AssertClose(one.Wasserstein / one.StandardDeviation, WassersteinDistance.BetweenNormed(current, reference).Statistic, 1e-9);
        AssertClose(one.Energy, EnergyDistance.Between(current, reference).Statistic, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MeanTests_OfMoments_AreSciPys(string name)
    {
        ScipyCase one = ScipyCase.Of(name);
        SampleMoments current = Moments(one.Current);
        SampleMoments reference = Moments(one.Reference);

        DriftMeasurement welch = MeanTest.OfWelch(current, reference);
        DriftMeasurement student = MeanTest.OfStudent(current, reference);

        AssertClose(one.Welch.Statistic, welch.Statistic, 1e-9);
        AssertClose(one.Welch.PValue, welch.PValue!.Value, 1e-8);
        AssertClose(one.Student.Statistic, student.Statistic, 1e-9);
        AssertClose(one.Student.PValue, student.PValue!.Value, 1e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statistics_OfSketches_AreSciPysWithinTheirBounds(string name)
    {
        ScipyCase one = ScipyCase.Of(name);
        SortedView current = DriftColumns.Sketched(one.Current);
        SortedView reference = DriftColumns.Sketched(one.Reference);
        bool isComplete = Math.Max(one.Current.Length, one.Reference.Length) <= 2_050;

        foreach ((double expected, DriftMeasurement actual) in ((double, DriftMeasurement)[])
            [
                (one.KolmogorovSmirnov.Statistic, KolmogorovSmirnovTest.Of(current, reference)),
                (one.CramerVonMises.Statistic, CramerVonMisesTest.Of(current, reference)),
                (one.AndersonDarling.Statistic, AndersonDarlingTest.Of(current, reference)),
                (one.MannWhitney.Statistic, MannWhitneyTest.Of(current, reference)),
                (one.EppsSingleton.Statistic, EppsSingletonTest.Of(current, reference)),
                (one.Wasserstein, WassersteinDistance.Between(current, reference)),
                (one.Energy, EnergyDistance.Between(current, reference)),
            ])
        {
            Assert.InRange(Math.Abs(actual.Statistic - expected), 0.0, actual.Bound + 1e-9 * Math.Abs(expected) + 1e-12);
            Assert.Equal(isComplete, actual.Bound == 0.0);
            Assert.False(!isComplete && actual.IsExact);
        }
    }

    private static void AssertTest(
        ScipyCase one,
        Func<SortedView, SortedView, DriftMeasurement> test,
        Func<ScipyCase, (double Statistic, double PValue)> expected,
        double relative)
    {
        DriftMeasurement actual = test(Complete(one.Current), Complete(one.Reference));

        AssertClose(expected(one).Statistic, actual.Statistic, 1e-9);
        // SciPy ends its series of Cramér and von Mises' limit at terms of 1e-7.
        Assert.Equal(expected(one).PValue, actual.PValue!.Value, Math.Max(1e-9, actual.IsExact ? 0.0 : relative * expected(one).PValue));
        Assert.Equal(0.0, actual.Bound);
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.InRange(actual, expected - relative * Math.Abs(expected) - 1e-12, expected + relative * Math.Abs(expected) + 1e-12);

    private static SortedView Complete(double[] numbers) => DriftColumns.Complete(numbers);

    private static SampleMoments Moments(double[] numbers)
    {
        MomentsState state = new();
        state.Add(numbers);
        return SampleMoments.Of(state);
    }
}
