using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Drift;

/// <summary>Tests of numbers.</summary>
internal static class NumericTestMethods
{
    public static DriftMethod KolmogorovSmirnov { get; } = new()
    {
        Id = "ks",
        Name = "Kolmogorov-Smirnov",
        Convention = "Two-sample, two-sided D; p exact up to 100,000 pairs, then as SciPy's asymp.",
        Effect = "D, the largest difference of the cumulative distributions",
        Direction = DriftDirection.SmallPValue,
        Maximum = 1.0,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.04,
        OfNumbers = (current, reference, _) => KolmogorovSmirnovTest.Of(current, reference),
    };

    public static DriftMethod CramerVonMises { get; } = new()
    {
        Id = "cramer_von_mises",
        Name = "Cramér-von Mises",
        Convention = "Two-sample T with midranks; p exact up to 20 numbers together, then the limit.",
        Effect = "the root mean square difference of the cumulative distributions",
        Direction = DriftDirection.SmallPValue,
        Minimum = null,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.03,
        OfNumbers = (current, reference, _) => CramerVonMisesTest.Of(current, reference),
    };

    public static DriftMethod AndersonDarling { get; } = new()
    {
        Id = "anderson_darling",
        Name = "Anderson-Darling",
        Convention = "Scholz and Stephens' standardized statistic of two samples with midranks; p of the limit distribution.",
        Effect = "the root mean square difference of the cumulative distributions, tails weighted up",
        Direction = DriftDirection.SmallPValue,
        Minimum = null,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.06,
        OfNumbers = (current, reference, _) => AndersonDarlingTest.Of(current, reference),
    };

    public static DriftMethod MannWhitney { get; } = new()
    {
        Id = "mann_whitney",
        Name = "Mann-Whitney",
        Convention = "Two-sided, U of the current side; p of the normal limit with tie and continuity correction, exact if small without ties.",
        Effect = "the rank-biserial correlation |2U/(nm)-1|",
        Direction = DriftDirection.SmallPValue,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.05,
        OfNumbers = (current, reference, _) => MannWhitneyTest.Of(current, reference),
    };

    public static DriftMethod EppsSingleton { get; } = new()
    {
        Id = "epps_singleton",
        Name = "Epps-Singleton",
        Convention = "W at 0.4 and 0.8 over half the pooled interquartile range, corrected below 25 rows; p of chi-square.",
        Effect = "the root mean square difference of the characteristic functions",
        Direction = DriftDirection.SmallPValue,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.03,
        OfNumbers = (current, reference, _) => EppsSingletonTest.Of(current, reference),
    };

    public static DriftMethod Welch { get; } = new()
    {
        Id = "t_welch",
        Name = "Change in mean (Welch)",
        Convention = "Welch's two-sided t of current less reference; variances apart.",
        Effect = "the difference of the means in standard deviations of the reference",
        Direction = DriftDirection.SmallPValue,
        Minimum = -MeanTest.Largest,
        Maximum = MeanTest.Largest,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.1,
        OfMoments = MeanTest.OfWelch,
    };

    public static DriftMethod Student { get; } = Welch with
    {
        Id = "t_student",
        Name = "Change in mean (Student)",
        Convention = "Student's two-sided t of current less reference; variances pooled.",
        OfMoments = MeanTest.OfStudent,
    };
}
