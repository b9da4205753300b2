using ModelMonitor.Baselines;
using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Drift;

public sealed class ColumnComparerTests
{
    private static readonly DistanceMethod[] AllMethods = [DistanceMethod.Robust, DistanceMethod.Simple, DistanceMethod.ChiSquared];

    [Fact]
    public void Compare_Categories_GivesEveryMethod()
    {
        ColumnComparison column = CompareOnly(Repeat("a", 50).Concat(Repeat("b", 50)), Repeat("a", 80).Concat(Repeat("b", 20)));

        // Shares 0.5 and 0.8; 0.3 - 1.8·√(200 / 10000) = 0.045442; χ² = 2·30² / 50 = 36, 1 - pchisq(36, 1) = 1.973e-9.
        Assert.Equal(0.045442, column.Results[0].Distance!.Value, 6);
        Assert.Equal(0.3, column.Results[1].Distance!.Value, 12);
        Assert.Equal(1.973e-9, column.Results[2].Distance!.Value, 12);
        Assert.Equal([false, true, true], column.Results.Select(result => result.Violated));
        Assert.True(column.Drifted);
    }

    [Fact]
    public void Compare_Numbers_HaveADistanceAndNoChiSquared()
    {
        ColumnComparison column = CompareOnly(["1", "2", "3", "4"], ["3", "4", "5", "6"]);

        Assert.Equal(0.0, column.Results[0].Distance);
        Assert.Equal(0.5, column.Results[1].Distance); // Half of the reference lies below 3, none of the current values does.
        Assert.Equal("The chi-squared test is of categories.", column.Results[2].Reason);
        Assert.Equal((2.5, 4.5), (column.Reference!.Mean!.Value, column.Current!.Mean!.Value));
    }

    [Fact]
    public void Compare_NumbersWithOneBadCell_AreStillComparedAsNumbers()
    {
        ColumnComparison column = CompareOnly(["1", "2", "3", "4"], ["3", "4", "5", "6", "n/a"]);

        Assert.Null(column.Current!.Mean);
        Assert.Equal(0.5, column.Results[1].Distance);
    }

    [Fact]
    public void Compare_NumbersWithTexts_SaysThatThereAreNone() =>
        Assert.Equal("No current value is a number.", CompareOnly(["1", "2"], ["a", "b"]).Results[0].Reason);

    [Fact]
    public void Compare_EmptyReference_SaysThatThereIsNoDistribution() =>
        Assert.Equal("The reference has no distribution of the column.", CompareOnly(["", ""], ["a", "b"]).Results[0].Reason);

    [Fact]
    public void Compare_EmptyCurrent_SaysThatThereIsNoValue() =>
        Assert.Equal("There is no current value.", CompareOnly(["a", "b"], ["", ""]).Results[0].Reason);

    [Fact]
    public void Compare_ColumnsOfOneSide_ComeLastWithoutResults()
    {
        IReadOnlyList<ColumnComparison> columns = ColumnComparer.Compare(
            Summaries(CommaSeparated.Profile(["gone", "both"], ["1,2"])),
            Summaries(CommaSeparated.Profile(["new", "both"], ["1,2"])),
            AllMethods);

        Assert.Equal(["both", "gone", "new"], columns.Select(column => column.Name));
        Assert.Equal([3, 0, 0], columns.Select(column => column.Results.Count));
        Assert.Null(columns[1].Current);
        Assert.Null(columns[2].Reference);
    }

    [Fact]
    public void Of_StatisticsOfAProfile_ComparesAsTheProfileDoes()
    {
        DatasetProfile profile = CommaSeparated.Profile(["n", "s"], ["1,a", "2,b", "3.5,a", ",b"]);
        ColumnSummary[] written = [.. StatisticsBuilder.Build(profile).Features.Select(ColumnSummary.Of)];

        IReadOnlyList<ColumnComparison> columns = ColumnComparer.Compare(written, Summaries(profile), [DistanceMethod.Simple]);

        Assert.All(columns, column => Assert.Equal(0.0, column.Results[0].Distance));
        Assert.Equal(0.75, written[0].Completeness);
    }

    [Fact]
    public void Of_StatisticsWithoutCategories_CannotBeCompared()
    {
        ColumnSummary bare = ColumnSummary.Of(new FeatureStatistics(
            "s", Statistics.InferredType.String, String: new StringStatistics(5, 0, 5, Categories: null)));
        ColumnSummary full = Summaries(CommaSeparated.Profile(["s"], ["a", "b"]))[0];

        Assert.Null(ColumnComparer.Compare(bare, full, DistanceMethod.Robust, 0.1).Distance);
        Assert.Contains("not counted", ColumnComparer.Compare(full, bare, DistanceMethod.Robust, 0.1).Reason, StringComparison.Ordinal);
    }

    private static ColumnComparison CompareOnly(IEnumerable<string> reference, IEnumerable<string> current) =>
        Assert.Single(ColumnComparer.Compare(
            Summaries(CommaSeparated.Profile(["x"], reference)), Summaries(CommaSeparated.Profile(["x"], current)), AllMethods));

    private static ColumnSummary[] Summaries(DatasetProfile profile) =>
        [.. profile.Columns.Names.Select((name, i) => ColumnSummary.Of(name, profile[i]))];

    private static IEnumerable<string> Repeat(string text, int count) => Enumerable.Repeat(text, count);
}
