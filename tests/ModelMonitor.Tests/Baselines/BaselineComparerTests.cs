using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Differences;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class BaselineComparerTests
{
    [Fact]
    public async Task Compare_EqualBaselines_HasNoDifference()
    {
        Baseline baseline = await BaselineAsync(Csv(i => $"{i},{i % 3}"));

        BaselineDifference difference = BaselineComparer.Compare(baseline, baseline);

        Assert.True(difference.IsNone);
        Assert.Equal(0, difference.BreakingCount);
    }

    [Fact]
    public async Task Compare_ColumnsCameAndWent_AreFirst()
    {
        Baseline before = await BaselineAsync(Csv(i => $"{i},{i % 3}", "a,gone"));
        Baseline after = await BaselineAsync(Csv(i => $"{1000 + i},{i % 3}", "a,came"));

        BaselineDifference difference = BaselineComparer.Compare(before, after);

        Assert.Equal(["gone", "came", "a"], difference.Features.Select(feature => feature.Name));
        Assert.Equal(3, difference.BreakingCount);
    }

    [Fact]
    public async Task Compare_ShiftedNumbers_HasDistanceMeanAndQuantilesOfBoth()
    {
        Baseline before = await BaselineAsync(Csv(i => $"{i % 100},x"));
        Baseline after = await BaselineAsync(Csv(i => $"{i % 100 + 50},x"));

        FeatureDifference feature = BaselineComparer.Compare(before, after).Features[0];

        // Half of each distribution lies beside the other, less 1.8·√((n + m)/(n·m)).
        Assert.Equal(0.5 - 1.8 * Math.Sqrt(2.0 / 300.0), feature.Drift!.Distance!.Value, 0.011);
        Assert.True(feature.IsBreaking);
        BaselineChange mean = Assert.Single(feature.Changes, change => change.Kind == BaselineChangeKind.Mean);
        Assert.Equal((49.5, 99.5), (mean.Before.Number!.Value, mean.After.Number!.Value));
        Assert.Equal(50.0 / 28.866, mean.Weight, 0.01); // √((100² − 1)/12)
        Assert.Equal(5, feature.Changes.Count(change => change.Kind == BaselineChangeKind.Quantile));
        Assert.DoesNotContain(feature.Changes, change => change.Kind == BaselineChangeKind.StandardDeviation);
    }

    [Fact]
    public async Task Compare_LessComplete_TellsTheSharesAndTheDemand()
    {
        Baseline before = await BaselineAsync(Csv(i => $"{i},x"));
        Baseline after = await BaselineAsync(Csv(i => i % 4 == 0 ? ",x" : $"{i},x"));

        FeatureDifference feature = BaselineComparer.Compare(before, after).Features[0];

        BaselineChange change = Assert.Single(feature.Changes, change => change.Kind == BaselineChangeKind.Completeness);
        Assert.Equal((1.0, 0.75), (change.Before.Number!.Value, change.After.Number!.Value));
        Assert.Contains(feature.Changes, other => other is { Kind: BaselineChangeKind.Constraint, Subject: "least completeness" });
    }

    [Fact]
    public void Compare_ThresholdOfAll_IsToldOnceAndThatOfAColumnWithIt()
    {
        Baseline before = Constraints(""" "name":"a","inferred_type":"String" """, "0.1");
        Baseline after = Constraints(
            """ "name":"a","inferred_type":"String","monitoringConfigOverrides":{"distribution_constraints":{"comparison_threshold":0.5}} """, "0.2");

        BaselineDifference difference = BaselineComparer.Compare(before, after);

        Assert.Equal(
            [("drift threshold of numbers", 0.1, 0.2), ("drift threshold of categories", 0.1, 0.2)],
            difference.Changes.Select(change => (change.Subject, change.Before.Number!.Value, change.After.Number!.Value)));
        Assert.Equal(
            [("drift threshold of numbers", 0.1, 0.5), ("drift threshold of categories", 0.1, 0.5)],
            difference.Features[0].Changes.Select(change => (change.Subject, change.Before.Number!.Value, change.After.Number!.Value)));
        Assert.Equal(0, difference.BreakingCount);
    }

    [Fact]
    public void Compare_ConstraintsEditedByHand_TellsTypeSignAndDomain()
    {
        Baseline before = Constraints(""" "name":"a","inferred_type":"Integral","num_constraints":{"is_non_negative":true} """, "0.1");
        Baseline after = Constraints(""" "name":"a","inferred_type":"String","string_constraints":{"domains":["x","y"]} """, "0.1");

        FeatureDifference feature = BaselineComparer.Compare(before, after).Features[0];

        Assert.True(feature.IsBreaking);
        Assert.Equal(["type", "not negative", "domain"], feature.Changes.Select(change => change.Subject));
        Assert.Equal("x, y", feature.Changes[2].After.Text);
        Assert.Null(feature.Drift!.Distance);
    }

    private static Baseline Constraints(string feature, string threshold) => BaselineReader.Read(
        "constraints.json",
        Encoding.UTF8.GetBytes(
            $$"""{"features":[{ {{feature}} }],"monitoring_config":{"distribution_constraints":{"comparison_threshold":{{threshold}} } } }"""),
        statistics: null);

    private static string Csv(Func<int, string> row, string header = "a,b") =>
        header + "\n" + string.Concat(Enumerable.Range(0, 300).Select(i => row(i) + "\n"));

    private static async Task<Baseline> BaselineAsync(string csv)
    {
        ManualTimeProvider time = new(DateTimeOffset.UnixEpoch);
        MemoryObjectStore input = new(time);
        MemoryObjectStore output = new(time);
        await input.PutAsync("train.csv", Encoding.UTF8.GetBytes(csv));
        await BaselineBuilder.BuildAsync(
            new RunSettings { Monitor = "m", Input = input, Artifacts = output, Format = InputFormat.Csv }, "train.csv");
        return await BaselineReader.ReadAsync(output, "", "baseline");
    }
}
