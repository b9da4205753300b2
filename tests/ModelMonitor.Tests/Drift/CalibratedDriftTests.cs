using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Runs;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Tests.Constraints;

namespace ModelMonitor.Tests.Drift;

public sealed class CalibratedDriftTests
{
    [Fact]
    public void Names_OfMonitors_AreThoseOfTheCatalogue() =>
        Assert.Equal(DriftMethods.All.Select(method => method.Id), DriftMethodNames.All);

    [Fact]
    public void Evaluate_LargeDistanceOfFewRows_IsChance()
    {
        EvaluationCase test = new(["x"], EvaluationCase.Hundreds("1", "2", "3", "4"));

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, ["x"], ["3", "4", "4"]);

        Assert.Empty(evaluation.Violations);
        Assert.True(evaluation.Features[0].Drift.Decision!.PValue > 1.0 / 730.0);
    }

    [Fact]
    public void Evaluate_CertainButSmallChange_DoesNotMatter()
    {
        // 1 in 200 rows moved, of a million: real beyond doubt, and half the floor.
        DriftSample before = Texts(("a", 500_000), ("b", 500_000), ("c", 1_000));
        DriftSample now = Texts(("a", 505_000), ("b", 495_000), ("c", 1_000));

        DriftDecision decision = new CalibratedDrift(1.0 / 730.0, new NullDistributions([]))
            .Decide([new ComparedColumn("x", now, before, "auto", MinimumEffect: null)], LearntSpread.None)[0]!;

        Assert.True(decision.PValue < 1e-9);
        Assert.False(decision.IsDrift);
    }

    [Theory]
    [InlineData("psi_10")]
    [InlineData("wasserstein_normed")]
    [InlineData("js_distance_base2_10")]
    public void Decide_DistanceWithoutPValue_HasASimulatedOne(string method)
    {
        string[] columns = ["x"];
        EvaluationCase test = new(columns, Enumerable.Range(0, 2_000).Select(i => $"{i % 100}"));
        test.Overrides["x"] = new FeatureSettings { Drift = new FeatureDriftSettings(method, MinimumEffect: null) };

        Evaluation same = test.Evaluate(Compatibility.Corrected, columns, Enumerable.Range(0, 300).Select(i => $"{i * 37 % 100}"));
        Evaluation moved = test.Evaluate(Compatibility.Corrected, columns, Enumerable.Range(0, 300).Select(i => $"{i * 37 % 100 + 30}"));

        Assert.False(same.Features[0].Drift.Violated);
        Assert.True(moved.Features[0].Drift.Violated);
        Assert.Equal(method, moved.Features[0].Drift.Decision!.Method);
    }

    /// <summary>A method named for all columns does not fit them all; those are compared as by auto, not left alone.</summary>
    [Theory]
    [InlineData("ks")]
    [InlineData("t_welch")]
    [InlineData("wasserstein_normed")]
    [InlineData("chi_square_contingency")]
    [InlineData("fisher")]
    [InlineData("g_test")]
    [InlineData("new_category_share")]
    public void Evaluate_MethodThatDoesNotFitAColumn_ComparesItAsByAuto(string method)
    {
        string[] columns = ["x", "plan"];
        EvaluationCase test = new(columns, Rows(shift: 0, a: 9));

        Evaluation moved = Evaluate(Rows(shift: 50, a: 1));
        Evaluation same = Evaluate(Rows(shift: 0, a: 9));

        Assert.True(moved.Features[0].Drift.Violated);
        Assert.Equal(method != "new_category_share", moved.Features[1].Drift.Violated);
        Assert.Contains(moved.Features, feature => feature.Drift.Decision!.Reason.Contains(". Instead: ", StringComparison.Ordinal));
        Assert.DoesNotContain(same.Features, feature => feature.Drift.Violated);

        Evaluation Evaluate(IEnumerable<string> rows) => new ConstraintEvaluator(
            test.Constraints, test.Statistics, new EvaluationOptions { Drift = new DriftSettings { Method = method } })
            .Evaluate(Testing.CommaSeparated.Profile(columns, rows));

        static IEnumerable<string> Rows(int shift, int a) => Enumerable.Range(0, 500).Select(i => $"{i % 100 + shift},{(i * 7 % 10 < a ? "a" : "b")}");
    }

    [Theory]
    [InlineData("g_test")]
    [InlineData("chi_square")]
    [InlineData("psi_10")]
    [InlineData("js_distance_base2_10")]
    [InlineData("auto")]
    public void Decide_NoCategoryInCommon_IsDrift(string method) =>
        Assert.True(Decide(new ComparedColumn("x", Texts(("b", 500)), Texts(("a", 2_000)), method, MinimumEffect: null))!.IsDrift);

    [Fact]
    public void Decide_MethodThatDoesNotFit_DoesNotTakeItsLeastEffect()
    {
        ComparedColumn column = new("x", Texts(("a", 250), ("b", 250)), Texts(("a", 1_800), ("b", 200)), "wasserstein", MinimumEffect: 500.0);

        DriftDecision decision = Decide(column)!;

        Assert.Equal(("z_two_proportions", 0.01, true), (decision.Method, decision.Floor, decision.IsDrift));
    }

    /// <summary>Every method that takes numbers sees every row of a constant column move, and nothing in the same constant.</summary>
    [Fact]
    public void Evaluate_ConstantBaseline_DriftsWhereTheConstantIsAnother()
    {
        string[] columns = ["k", "x"];
        EvaluationCase test = new(columns, Rows("0.1", 2_000));
        foreach (string method in DriftMethodNames.All.Where(id => id is not "missing_share"))
        {
            test.Overrides["k"] = new FeatureSettings { Drift = new FeatureDriftSettings(method, MinimumEffect: null) };

            Assert.True(test.Evaluate(Compatibility.Corrected, columns, Rows("0.9", 500)).Features[0].Drift.Violated, method);
            Assert.False(test.Evaluate(Compatibility.Corrected, columns, Rows("0.1", 500)).Features[0].Drift.Violated, method);
        }

        static IEnumerable<string> Rows(string constant, int count) => Enumerable.Range(0, count).Select(i => $"{constant},{i * 37 % 100}");
    }

    [Fact]
    public void Evaluate_ColumnWithoutAValueLeft_SaysWhyItsDistributionIsNotCompared()
    {
        string[] columns = ["x", "y"];
        EvaluationCase test = new(columns, EvaluationCase.Hundreds("1,1", "2,1"));

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, columns, EvaluationCase.Hundreds(",1"));

        Assert.NotNull(evaluation.Features[0].Drift.Reason);
    }

    [Fact]
    public void Evaluate_MoreMissingCells_AreDriftAndFewerAreNot()
    {
        string[] columns = ["x", "y"];
        EvaluationCase test = new(columns, Rows(10));

        Evaluation more = test.Evaluate(Compatibility.Corrected, columns, Rows(3));
        Evaluation fewer = test.Evaluate(Compatibility.Corrected, columns, Rows(100));

        Assert.Equal("missing_share", more.Features[0].Drift.Decision!.Method);
        Assert.True(more.Features[0].Drift.Violated);
        Assert.False(fewer.Features[0].Drift.Violated);

        static IEnumerable<string> Rows(int every) => Enumerable.Range(0, 2_000).Select(i => i % every == 0 ? ",1" : $"{i % 50},1");
    }

    [Fact]
    public void Decide_ColumnThatAlwaysVariedMore_IsJudgedByItsLearntSpread()
    {
        ComparedColumn column = new("x", Texts(("a", 600), ("b", 400)), Texts(("a", 5_000), ("b", 5_000)), "auto", MinimumEffect: null);
        CalibratedDrift drift = new(1.0 / 730.0, new NullDistributions([]));
        FeatureFinding restless = new("x", "String", 1.0, "z_two_proportions", 0.05, 0.01, Drifted: false, Note: null) { OwnPValue = 1e-4 };
        RunRecord[] earlier = [.. Enumerable.Repeat(Record(restless), 24)];

        Assert.True(drift.Decide([column], LearntSpread.None)[0]!.IsDrift);
        Assert.True(drift.Decide([column], LearntSpread.From(earlier.Take(23)))[0]!.IsDrift);
        Assert.False(drift.Decide([column], LearntSpread.From(earlier))[0]!.IsDrift);
    }

    [Fact]
    public void Evaluate_DatasetThreshold_IsViolatedByTheWeightedShare()
    {
        string[] columns = ["x", "y"];
        EvaluationCase test = new(columns, EvaluationCase.Hundreds("0,0", "1,1"));
        test.Overrides["x"] = new FeatureSettings { Weight = 3.0 };

        Evaluation evaluation = new ConstraintEvaluator(test.Constraints, test.Statistics, new EvaluationOptions
        {
            Features = test.Overrides,
            Drift = new DriftSettings { DatasetThreshold = 0.5 },
        }).Evaluate(Testing.CommaSeparated.Profile(columns, EvaluationCase.Hundreds("1,0", "1,1")));

        Assert.Equal(0.75, evaluation.DriftedShare);
        Assert.Equal(CheckTypes.DatasetDrift, evaluation.Violations[^1].CheckType);
    }

    [Fact]
    public void Evaluate_FeaturesWithAttributions_WeighAsMuchUnlessTheMonitorSays()
    {
        string[] columns = ["x", "y", "z"];
        EvaluationCase test = new(columns, EvaluationCase.Hundreds("0,0,0", "1,1,1"));
        test.Overrides["z"] = new FeatureSettings { Weight = 0.4 };

        Evaluation evaluation = new ConstraintEvaluator(test.Constraints, test.Statistics, new EvaluationOptions
        {
            Features = test.Overrides,
            Attributions = new Dictionary<string, double>(StringComparer.Ordinal) { ["x"] = 0.6, ["z"] = 100.0 },
        }).Evaluate(Testing.CommaSeparated.Profile(columns, EvaluationCase.Hundreds("1,1,0", "1,1,1")));

        Assert.Equal(0.6, evaluation.DriftedShare!.Value, 1e-12);
    }

    private static DriftDecision? Decide(ComparedColumn column) =>
        new CalibratedDrift(1.0 / 730.0, new NullDistributions([])).Decide([column], LearntSpread.None)[0];

    private static DriftSample Texts(params (string Text, long Count)[] counts) => new(Categories: new Statistics.Distances.CategoryDistribution(
        counts.Select(pair => KeyValuePair.Create(pair.Text, pair.Count))));

    private static RunRecord Record(FeatureFinding finding) => new()
    {
        Monitor = "churn",
        Kind = "data-quality",
        Outcome = RunOutcome.Completed,
        Message = "",
        Fingerprint = "",
        InputFingerprint = "",
        EngineVersion = "",
        Features = [finding],
    };
}
