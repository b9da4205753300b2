using System.Text;
using CsCheck;
using ModelMonitor.Baselines;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class StatisticsBuilderTests
{
    [ConformanceFact]
    public void Build_Churn_GivesSageMakersFeaturesBitForBit()
    {
        StatisticsDocument expected = StatisticsDocument.Read(
            "statistics.json", File.ReadAllBytes(Conformance.PathOf("churn", "expected", "statistics.first29features.json")));

        StatisticsDocument actual = BuildChurn();

        // The text of a double is unique to its bits, so that equal bytes are equal numbers.
        Assert.Equal(29, expected.Features.Count);
        Assert.Equal(
            Encoding.UTF8.GetString(expected.ToUtf8()),
            Encoding.UTF8.GetString((actual with { Features = [.. actual.Features.Take(29)] }).ToUtf8()));
    }

    [ConformanceFact]
    public void Build_Churn_StartsWithSageMakersVeryBytes()
    {
        string expected = File.ReadAllText(Conformance.PathOf("churn", "expected", "statistics.raw-log-fragment.txt")).TrimEnd();

        Assert.True(expected.Length > 59_000);
        Assert.StartsWith(expected, Encoding.UTF8.GetString(BuildChurn().ToUtf8()), StringComparison.Ordinal);
    }

    [ConformanceFact]
    public void Build_FileWithoutHeader_GivesSageMakersVeryBytes()
    {
        DatasetProfile profile = CommaSeparated.ProfileWithoutHeader(
            Conformance.PathOf("sdk-quality-check", "data_quality", "baseline_dataset.csv"));

        Assert.Equal(
            File.ReadAllText(Conformance.PathOf("sdk-quality-check", "data_quality", "statistics.json")),
            Encoding.UTF8.GetString(StatisticsBuilder.Build(profile, newerFields: false).ToUtf8()));
    }

    [Fact]
    public void Build_NewerFields_AreWrittenUnlessNotWanted()
    {
        DatasetProfile profile = CommaSeparated.Profile(["n", "s"], ["1,a", "2,", "1,b"]);

        StatisticsDocument newer = StatisticsBuilder.Build(profile);
        StatisticsDocument older = StatisticsBuilder.Build(profile, newerFields: false);

        Assert.Equal((2L, 1.0), (newer.Features[0].Numerical!.ApproximateDistinctValues, newer.Features[0].Numerical!.Completeness));
        Assert.Equal(2.0 / 3.0, newer.Features[1].String!.Completeness);
        Assert.Null(older.Features[0].Numerical!.ApproximateDistinctValues);
        Assert.Null(older.Features[0].Numerical!.Completeness);
        Assert.Null(older.Features[1].String!.Completeness);
    }

    [Fact]
    public void Build_TextColumn_HasItsCategoriesByFallingCountThenText()
    {
        DatasetProfile profile = CommaSeparated.Profile(["s"], ["b", "c", "a", "c", "Z", "true"]);

        StringStatistics text = StatisticsBuilder.Build(profile).Features[0].String!;

        Assert.Equal(
            [new("c", 2), new("Z", 1), new("a", 1), new("b", 1), new("true", 1)],
            text.Categories!);
        Assert.Equal(5.0, text.DistinctCount);
    }

    [Fact]
    public void Build_BooleanColumn_IsAString()
    {
        FeatureStatistics feature = StatisticsBuilder.Build(CommaSeparated.Profile(["b"], ["true", "false", "true"])).Features[0];

        Assert.Equal(InferredType.String, feature.InferredType);
        Assert.Equal([new("true", 2), new("false", 1)], feature.String!.Categories!);
    }

    [Fact]
    public void Build_ColumnWithoutValues_IsUnknown()
    {
        FeatureStatistics feature = StatisticsBuilder.Build(CommaSeparated.Profile(["a", "b"], ["1,", "2,"])).Features[1];

        Assert.Equal(InferredType.Unknown, feature.InferredType);
        Assert.Null(feature.Numerical);
        Assert.Equal((0L, 2L, 0.0, 0.0), (feature.String!.Present, feature.String.Missing, feature.String.DistinctCount, feature.String.Completeness));
        Assert.Null(feature.String.Categories);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(150, false)] // estimated above 120, though all are counted
    [InlineData(300, false)] // not all counted
    public void Build_ManyCategories_LeavesTheDistributionOut(int categories, bool present)
    {
        DatasetProfile profile = CommaSeparated.Profile(["s"], Enumerable.Range(0, categories).Select(i => $"value {i}"));

        Assert.Equal(present, StatisticsBuilder.Build(profile).Features[0].String!.Categories is not null);
    }

    [Fact]
    public void Build_AnySharding_GivesTheSameCategories() =>
        Gen.Select(Gen.OneOfConst("a", "b", "c", "dd", "ee", "true", "7").Array[2, 60], Gen.Int[1, 59]).Sample((cells, cut) =>
        {
            string[] rows = [.. cells, "text"];
            cut = Math.Min(cut, rows.Length - 1);
            DatasetProfile second = CommaSeparated.Profile(["s"], rows[..cut]);
            DatasetProfile first = CommaSeparated.Profile(["s"], rows[cut..]);
            first.MergeFrom(second);
            byte[] merged = StatisticsBuilder.Build(first).ToUtf8();
            return merged.AsSpan().SequenceEqual(StatisticsBuilder.Build(CommaSeparated.Profile(["s"], rows)).ToUtf8());
        });

    [Fact]
    public void Build_SumBeyondADouble_IsWrittenAsTheLargest()
    {
        NumericalStatistics numbers = StatisticsBuilder.Build(CommaSeparated.Profile(["n"], ["1e308", "1e308", "-1e308"])).Features[0].Numerical!;

        Assert.Equal(double.MaxValue, numbers.Sum);
        Assert.All(numbers.Distribution!.Buckets, bucket => Assert.True(double.IsFinite(bucket.LowerBound) && double.IsFinite(bucket.UpperBound)));
        Assert.Equal(3.0, numbers.Distribution.Buckets.Sum(bucket => bucket.Count));
    }

    [Fact]
    public void Build_OnlyNumbersThatNoDoubleHolds_HasZerosAndNoDistribution()
    {
        FeatureStatistics feature = StatisticsBuilder.Build(CommaSeparated.Profile(["n"], ["1e999", "-1e999"])).Features[0];

        Assert.Equal(InferredType.Fractional, feature.InferredType);
        Assert.Equal((2L, 0.0, 0.0, 0.0), (feature.Numerical!.Present, feature.Numerical.Mean, feature.Numerical.Minimum, feature.Numerical.Maximum));
        Assert.Null(feature.Numerical.Distribution);
    }

    [Fact]
    public void Build_AnyCells_GivesADocumentThatReadsBack() =>
        Gen.OneOf(Gen.OneOfConst("", "1e999", "-0", "true", "NaN", "1e-320", "9e307", "-9e307", "99999999999"), Gen.Double.Select(x => FormattableString.Invariant($"{x:R}")))
            .Array[0, 40]
            .Sample(cells =>
            {
                byte[] written = StatisticsBuilder.Build(CommaSeparated.Profile(["x"], cells)).ToUtf8();
                return StatisticsDocument.Read("test", written).ToUtf8().AsSpan().SequenceEqual(written);
            });

    private static StatisticsDocument BuildChurn() => StatisticsBuilder.Build(
        CommaSeparated.ProfileWithHeader(Conformance.PathOf("churn", "training-dataset-with-header.csv")), newerFields: false);
}
