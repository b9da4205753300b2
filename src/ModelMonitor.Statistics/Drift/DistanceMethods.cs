using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Drift;

/// <summary>Distances of whole distributions.</summary>
internal static class DistanceMethods
{
    public static DriftMethod LInfinitySimple { get; } = new()
    {
        Id = "linf_simple",
        Name = "L-infinity, simple",
        Convention = "The largest difference of two cumulative shares of numbers, or of two shares of a category.",
        Effect = "the statistic",
        Direction = DriftDirection.LargeStatistic,
        Maximum = 1.0,
        Threshold = 0.1,
        ThresholdSource = ThresholdSources.SageMaker,
        PracticalFloor = 0.04,
        OfNumbers = (current, reference, _) => OfLInfinity(current, reference, distance => distance.Simple),
        OfCategories = (current, reference) => OfLInfinity(current, reference, distance => distance.Simple),
    };

    public static DriftMethod LInfinityRobust { get; } = LInfinitySimple with
    {
        Id = "linf_robust",
        Name = "L-infinity, robust",
        Convention = "As linf_simple, less 1.8·√((n+m)/(n·m)), and at least 0.",
        Effect = "linf_simple",
        OfNumbers = (current, reference, _) => OfLInfinity(current, reference, distance => distance.Robust),
        OfCategories = (current, reference) => OfLInfinity(current, reference, distance => distance.Robust),
    };

    public static DriftMethod Wasserstein { get; } = new()
    {
        Id = "wasserstein",
        Name = "Wasserstein",
        Convention = "Wasserstein-1, the area between the cumulative distributions, in the column's unit.",
        Effect = "the statistic, in the column's unit",
        Direction = DriftDirection.LargeStatistic,
        ThresholdSource = ThresholdSources.None,
        OfNumbers = (current, reference, _) => WassersteinDistance.Between(current, reference),
    };

    public static DriftMethod WassersteinNormed { get; } = new()
    {
        Id = "wasserstein_normed",
        Name = "Wasserstein, normed",
        Convention = "Wasserstein-1 over the reference's population standard deviation, or over 0.001 where that is smaller.",
        Effect = "the statistic, in standard deviations of the reference",
        Direction = DriftDirection.LargeStatistic,
        Threshold = 0.1,
        ThresholdSource = ThresholdSources.Evidently,
        PracticalFloor = 0.1,
        OfNumbers = (current, reference, moments) =>
            WassersteinDistance.BetweenNormed(current, reference, moments?.StandardDeviation),
    };

    public static DriftMethod Energy { get; } = new()
    {
        Id = "energy",
        Name = "Energy distance",
        Convention = "√(2·∫(F-G)²dx), with the root, in the root of the column's unit.",
        Effect = "the statistic, in the root of the column's unit",
        Direction = DriftDirection.LargeStatistic,
        Threshold = 0.1,
        ThresholdSource = ThresholdSources.Evidently,
        OfNumbers = (current, reference, _) => EnergyDistance.Between(current, reference),
    };

    private static DriftMeasurement OfLInfinity(SortedView current, SortedView reference, Func<LInfinityDistance, double> statistic) =>
        OfLInfinity(
            LInfinityDistance.Between(current, reference), current.NormalizedRankError + reference.NormalizedRankError, "numbers", statistic);

    private static DriftMeasurement OfLInfinity(
        CategoryDistribution current, CategoryDistribution reference, Func<LInfinityDistance, double> statistic) =>
        OfLInfinity(LInfinityDistance.Between(current, reference), bound: 0.0, "values", statistic);

    private static DriftMeasurement OfLInfinity(
        LInfinityDistance distance, double bound, string values, Func<LInfinityDistance, double> statistic) =>
        DriftMeasurement.OfEmpty(distance.CurrentSize, distance.ReferenceSize, values)
            ?? DriftMeasurement.OfDistance(statistic(distance), bound) with { Effect = distance.Simple };
}
