using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Drift;

/// <summary>Tests of shares: of categories and of missing values.</summary>
internal static class ShareTestMethods
{
    private const string RowsThatChanged = "the share of rows that changed their category (total variation)";

    public static DriftMethod ChiSquare { get; } = new()
    {
        Id = "chi_square",
        Name = "Chi-square, reference as expectation",
        Convention = "Pearson's goodness of fit to the reference scaled to the window; new categories left out, rare ones put together as by Deequ.",
        Effect = RowsThatChanged,
        Direction = DriftDirection.SmallPValue,
        Threshold = 0.05,
        ThresholdSource = ThresholdSources.EvidentlyTest,
        PracticalFloor = 0.01,
        OfCategories = GoodnessOfFitTest.OfPearson,
    };

    public static DriftMethod ChiSquareContingency { get; } = ChiSquare with
    {
        Id = "chi_square_contingency",
        Name = "Chi-square, two samples",
        Convention = "Pearson's chi-square of the table of both sides; Yates' correction with one degree of freedom.",
        OfCategories = ContingencyTest.OfPearson,
    };

    public static DriftMethod LikelihoodRatio { get; } = ChiSquare with
    {
        Id = "g_test",
        Name = "G, reference as expectation",
        Convention = "2·ΣO·ln(O/E) of the reference scaled to the window; new categories left out.",
        OfCategories = GoodnessOfFitTest.OfLikelihoodRatio,
    };

    public static DriftMethod LikelihoodRatioContingency { get; } = ChiSquare with
    {
        Id = "g_test_contingency",
        Name = "G, two samples",
        Convention = "2·ΣO·ln(O/E) of the table of both sides; Yates' correction with one degree of freedom.",
        OfCategories = ContingencyTest.OfLikelihoodRatio,
    };

    public static DriftMethod TwoProportions { get; } = ChiSquare with
    {
        Id = "z_two_proportions",
        Name = "Two proportions",
        Convention = "Two-sided z with the pooled share and without correction for continuity; of the first of two categories.",
        Effect = "the difference of the shares",
        Minimum = null,
        OfCategories = BinaryColumnTest.OfZ,
    };

    public static DriftMethod Fisher { get; } = TwoProportions with
    {
        Id = "fisher",
        Name = "Fisher's exact test",
        Convention = "Two-sided, the sum of the tables no more probable; the statistic is the difference of the first category's shares.",
        Minimum = -1.0,
        Maximum = 1.0,
        OfCategories = BinaryColumnTest.OfFisher,
    };

    public static DriftMethod NewCategoryShare { get; } = ChiSquare with
    {
        Id = "new_category_share",
        Name = "New categories",
        Convention = "The share of rows whose category the reference lacks; one-sided against the share of categories it has once (Good-Turing).",
        Effect = "how far the share is above the usual one",
        Maximum = 1.0,
        OfCategories = NewCategoryTest.Of,
    };

    public static DriftMethod MissingShare { get; } = Fisher with
    {
        Id = "missing_share",
        Name = "Missing values",
        Convention = "The share of missing cells, current less reference; two-sided, Fisher's exact test if small, z otherwise.",
        OfCategories = null,
        OfCompleteness = (current, reference) => ProportionTest.Of(
            current.Missing, current.Present + current.Missing, reference.Missing, reference.Present + reference.Missing),
    };
}
