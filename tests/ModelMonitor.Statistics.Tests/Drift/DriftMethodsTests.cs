using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Tests.Drift;

public sealed class DriftMethodsTests
{
    public static TheoryData<string> Ids { get; } = new(DriftMethods.All.Select(method => method.Id));

    private static IReadOnlyList<DriftSample> Samples { get; } =
    [
        new(),
        .. ((double[][])
            [
                [], [3.0], [3.0, 3.0], [.. Enumerable.Repeat(3.0, 5_000)], [4.0, 4.0], [0.0, -0.0], [1.0, 2.0], [1.0, 2.0, 2.0, 7.0],
                [double.MaxValue, double.MinValue, 0.0], [double.Epsilon, 0.0, 1e-300], [1e300, 1e300, 1e-300],
                DriftColumns.Normal(40, seed: 1), DriftColumns.Normal(9_000, seed: 2), DriftColumns.Normal(9_000, seed: 3, mean: 50.0),
            ]).Select(OfNumbers),
        .. ((long[][])[[], [7], [0, 7], [1, 1], [7, 7], [0, 0, 5], [1, 1, 1, 1, 1, 1, 1, 1], [1_000_000_000, 1], [400, 300, 20, 0, 5]]).Select(OfCounts),
        new(Completeness: new SampleCompleteness(0, 0)),
        new(Completeness: new SampleCompleteness(0, 10)),
        new(Completeness: new SampleCompleteness(10, 0)),
        new(Completeness: new SampleCompleteness(5_000_000_000, 3)),
        new(Moments: new SampleMoments(5, 1e200, double.PositiveInfinity)),
        new(Moments: new SampleMoments(5, 2.0, double.NaN)),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Measure_OfAnyDegenerateSides_IsFinite(string id)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        int compared = 0;
        foreach (DriftSample current in Samples)
        {
            foreach (DriftSample reference in Samples)
            {
                DriftMeasurement measurement = method.Measure(current, reference);

                Assert.True(double.IsFinite(measurement.Statistic) && double.IsFinite(measurement.Bound));
                Assert.InRange(measurement.Effect, 0.0, double.MaxValue);
                Assert.InRange(measurement.Bound, 0.0, double.MaxValue);
                Assert.InRange(measurement.Statistic, method.Minimum ?? double.MinValue, method.Maximum ?? double.MaxValue);
                Assert.Equal(measurement.IsCompared && method.Direction == DriftDirection.SmallPValue, measurement.PValue is not null);
                Assert.InRange(measurement.PValue ?? 0.5, 0.0, 1.0);
                Assert.True(measurement.IsCompared || (measurement.Statistic, measurement.Effect, measurement.Bound) == (0.0, 0.0, 0.0));
                compared += measurement.IsCompared ? 1 : 0;
            }
        }

        Assert.InRange(compared, 4, Samples.Count * Samples.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Measure_OfASideAndItself_FindsNoChange(string id)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        foreach (DriftSample sample in Samples)
        {
            DriftMeasurement measurement = method.Measure(sample, sample);

            Assert.InRange(measurement.PValue ?? 1.0, 0.5, 1.0);
            Assert.True(method.Id is "anderson_darling" || measurement.Effect < 1e-12, $"{measurement}");
            Assert.False(method.IsDrift(measurement, method.Threshold ?? 0.1));
        }
    }

    [Fact]
    public void Measure_WithoutItsInputs_SaysSo()
    {
        DriftMeasurement measurement = DriftMethods.Find("ks")!.Measure(OfCounts([1, 2]), OfNumbers([1.0]));

        Assert.False(measurement.IsCompared);
        Assert.Equal("Kolmogorov-Smirnov compares numbers, which the two sides have not both.", measurement.Reason);
    }

    [Theory]
    [InlineData(true, true, "Neither side has numbers.")]
    [InlineData(true, false, "The current side has no numbers.")]
    [InlineData(false, true, "The reference has no numbers.")]
    public void Measure_WithAnEmptySide_SaysWhich(bool currentIsEmpty, bool referenceIsEmpty, string reason)
    {
        double[] numbers = [1.0, 2.0];

        DriftMeasurement measurement = DriftMethods.Find("wasserstein")!.Measure(
            OfNumbers(currentIsEmpty ? [] : numbers), OfNumbers(referenceIsEmpty ? [] : numbers));

        Assert.Equal(reason, measurement.Reason);
    }

    [Fact]
    public void All_HaveIdentifiersOfTheirOwn()
    {
        Assert.Equal(DriftMethods.All.Count, DriftMethods.All.Select(method => method.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(DriftMethods.All, method => Assert.Matches("^[a-z][a-z0-9_]+$", method.Id));
        Assert.All(DriftMethods.All, method => Assert.NotEqual(DriftInputs.None, method.Inputs));
        Assert.All(DriftMethods.All, method => Assert.Same(method, DriftMethods.Find(method.Id)));
        Assert.Null(DriftMethods.Find("KS"));
    }

    [Fact]
    public void IsDrift_ByAPValue_IncludesTheThreshold()
    {
        DriftMethod ks = DriftMethods.Find("ks")!;
        DriftMethod wasserstein = DriftMethods.Find("wasserstein_normed")!;
        DriftMeasurement measurement = new(Statistic: 0.1, PValue: 0.05, Effect: 0.1, Bound: 0.0, IsExact: true);

        Assert.True(ks.IsDrift(measurement, 0.05));
        Assert.False(ks.IsDrift(measurement, 0.04));
        Assert.False(wasserstein.IsDrift(measurement, 0.1));
        Assert.True(wasserstein.IsDrift(measurement, 0.09));
    }

    /// <summary>Shifts of the mean, rows in a category that the reference lacks, missing cells.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Effect_OfGrowingShifts_Grows(string id)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        double[] shifts = [0.0, 0.25, 0.5, 1.0, 2.0];
        DriftSample reference = Growing(0.0, method.Inputs);
        double[] effects = [.. shifts.Select(shift => method.Measure(Growing(shift, method.Inputs), reference).Effect)];

        Assert.Equal(effects.Order(), effects);
        Assert.True(effects[^1] > effects[1], string.Join(' ', effects));
    }

    private static DriftSample Growing(double shift, DriftInputs inputs)
    {
        if (inputs.HasFlag(DriftInputs.Numbers) || inputs.HasFlag(DriftInputs.Moments))
        {
            return OfNumbers(DriftColumns.Normal(3_000, seed: 7, mean: shift));
        }

        long moved = (long)(shift * 200);
        return inputs.HasFlag(DriftInputs.Categories)
            ? OfCounts([1_000 - moved, moved])
            : new DriftSample(Completeness: new SampleCompleteness(1_000 - moved, moved));
    }

    private static DriftSample OfNumbers(double[] numbers)
    {
        MomentsState moments = new();
        moments.Add(numbers);
        return new DriftSample(Numbers: DriftColumns.Sketched(numbers), Moments: SampleMoments.Of(moments));
    }

    private static DriftSample OfCounts(long[] counts) => new(Categories: DriftColumns.Lettered(counts));
}
