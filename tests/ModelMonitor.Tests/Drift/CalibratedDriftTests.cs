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
