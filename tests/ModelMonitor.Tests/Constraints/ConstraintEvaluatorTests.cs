using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;
using static ModelMonitor.Tests.Constraints.EvaluationCase;

namespace ModelMonitor.Tests.Constraints;

/// <summary>The configuration that evaluations follow, and the order of what they find.</summary>
public sealed class ConstraintEvaluatorTests
{
    private static readonly string[] Column = ["x"];

    [Fact]
    public void Evaluate_BaselineItself_HasNoViolations()
    {
        string[] columns = ["i", "f", "s", "b", "u"];
        string[] rows = [.. Hundreds("1,0.5,a,true,", "-2,,b,false,", "7,3,a,true,")];
        EvaluationCase test = new(columns, rows);

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, columns, rows);

        Assert.Empty(evaluation.Violations);
        Assert.Equal(columns, evaluation.Features.Select(feature => feature.Name));
        Assert.All(evaluation.Features.Take(4), feature => Assert.Equal(0.0, feature.Drift.Distance));
    }

    [Fact]
    public void Evaluate_SeveralViolations_ComeInTheBaselinesOrderThenTheChecks()
    {
        EvaluationCase test = new(["b", "a"], Hundreds("1,x", "2,y"));

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, ["a", "b", "new"], Hundreds("z,-1.5,1", ",-1.5,1"));

        Assert.Equal(
            [
                ("Extra columns", "extra_column_check"),
                ("b", "data_type_check"), ("b", "is_non_negative_check"), ("b", "baseline_drift_check"),
                ("a", "completeness_check"), ("a", "categorical_values_check"), ("a", "baseline_drift_check"),
            ],
            evaluation.Violations.Select(violation => (violation.FeatureName, violation.CheckType)));
    }

    [Fact]
    public void Evaluate_ConstraintsDisabled_MeasuresDriftWithoutViolations()
    {
        EvaluationCase test = new(Column, Hundreds("0", "1"));
        test.Configure(config => config with { EvaluateConstraints = false });

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, ["x", "new"], Hundreds("1,1"));

        Assert.Empty(evaluation.Violations);
        Assert.NotNull(evaluation.Features[0].Drift.Distance);
        Assert.True(evaluation.Features[0].Settings.EmitMetrics);
    }

    [Fact]
    public void Evaluate_ComparisonDisabled_MeasuresNoDrift()
    {
        EvaluationCase test = new(Column, Hundreds("0", "1"));
        test.ConfigureDistribution(config => config with { PerformComparison = false });

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, Column, Hundreds("1"));

        Assert.Empty(evaluation.Violations);
        Assert.Equal("The comparison is disabled.", evaluation.Features[0].Drift.Reason);
    }

    [Fact]
    public void Evaluate_OverridesOnTheFeature_ChangeThatFeatureOnly()
    {
        EvaluationCase test = new(["x", "y"], Hundreds("0,0", "1,1"));
        test.ConfigureFirst(feature => feature with
        {
            Overrides = new MonitoringConfig { EmitMetrics = false, Distribution = new DistributionConfig { ComparisonThreshold = 0.6 } },
        });

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, ["x", "y"], Hundreds("1,1"));

        Assert.Equal("y", Assert.Single(evaluation.Violations).FeatureName);
        Assert.Equal((0.6, false), (evaluation.Features[0].Drift.Threshold, evaluation.Features[0].Settings.EmitMetrics));
        Assert.Equal((0.1, true), (evaluation.Features[1].Drift.Threshold, evaluation.Features[1].Settings.EmitMetrics));
    }

    [Fact]
    public void Evaluate_SdkOverrideOfATextFeature_SwitchesItsConstraintsOff()
    {
        EvaluationCase test = new(Column, ["a", "b"]);
        test.ConfigureFirst(feature => feature with { StringOverrides = new MonitoringConfig { EvaluateConstraints = false } });

        Assert.Empty(test.Evaluate(Compatibility.SageMaker, Column, ["new"]).Violations);
    }

    [Fact]
    public void Evaluate_MonitorsOverrides_WinOverTheBaselinesFiles()
    {
        EvaluationCase test = new(["x", "y"], Hundreds("0,0", "1,1"));
        test.ConfigureFirst(feature => feature with
        {
            Overrides = new MonitoringConfig { Distribution = new DistributionConfig { ComparisonThreshold = 0.9 } },
        });
        test.Overrides["x"] = new FeatureSettings { DriftThreshold = 0.15 };
        test.Overrides["y"] = new FeatureSettings { DriftThreshold = 0.6, Completeness = 0.25, DataTypeThreshold = 0.5 };

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, ["x", "y"], Hundreds("1,1", "1,"));

        Violation violation = Assert.Single(evaluation.Violations);
        Assert.Equal("x", violation.FeatureName);
        Assert.StartsWith("Baseline drift distance: 0.5 exceeds threshold: 0.15 (anderson_darling, ", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FeatureSwitchedOff_IsLeftOutEntirely()
    {
        EvaluationCase test = new(Column, Hundreds("0", "1"));
        test.Overrides["x"] = new FeatureSettings { Enabled = false };

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, Column, ["text"]);

        Assert.Empty(evaluation.Violations);
        Assert.Equal((false, false), (evaluation.Features[0].Settings.EmitMetrics, evaluation.Features[0].Settings.EvaluateConstraints));
        Assert.Null(evaluation.Features[0].Drift.Distance);
    }

    [Fact]
    public void Evaluate_DocumentWithoutConfiguration_HasTheDefaultsOfRealFiles()
    {
        EvaluationCase test = new(Column, ["1"]);
        test.Configure(_ => new MonitoringConfig());

        CheckSettings settings = test.Evaluate(Compatibility.Corrected, Column, ["1"]).Features[0].Settings;

        Assert.Equal(
            new CheckSettings(true, true, 1.0, 1.0, 1.0, true, ComparisonMethod.Robust, 0.1, CategoricalDriftMethod.LInfinity, 0.1)
            {
                CalibratedMethod = "auto",
            },
            settings);
    }

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_NoRows_ViolatesNothing(Compatibility compatibility)
    {
        Evaluation evaluation = new EvaluationCase(Column, ["1"]).Evaluate(compatibility, [], []);

        Assert.Empty(evaluation.Violations);
        Assert.Equal("There are no rows.", Assert.Single(evaluation.Features).Drift.Reason);
    }

    // AWS's own test of its SDK: the bad constraints call a column of fractions a String.
    [ConformanceFact]
    public void Evaluate_SdkQualityCheck_ViolatesTheBadConstraintsOnly()
    {
        DatasetProfile current = CommaSeparated.ProfileWithoutHeader(
            Conformance.PathOf("sdk-quality-check", "data_quality", "baseline_dataset.csv"));

        Assert.Empty(Check("good_cases"));
        Assert.Equal(("_c5", "data_type_check"), Assert.Single(Check("bad_cases").Select(v => (v.FeatureName, v.CheckType))));

        IReadOnlyList<Violation> Check(string folder) => new ConstraintEvaluator(
            ConstraintsDocument.Read(folder, File.ReadAllBytes(Conformance.PathOf("sdk-quality-check", "data_quality", folder, "constraints.json"))),
            StatisticsDocument.Read("statistics.json", File.ReadAllBytes(Conformance.PathOf("sdk-quality-check", "data_quality", "statistics.json"))),
            new EvaluationOptions { Compatibility = Compatibility.SageMaker }).Evaluate(current).Violations;
    }

    [Fact]
    public void Create_OverrideOfAColumnThatIsNot_IsRefused()
    {
        EvaluationCase test = new(Column, ["1"]);
        EvaluationOptions options = new()
        {
            Features = new Dictionary<string, FeatureSettings> { ["X"] = new() { DriftThreshold = 0.2 } },
            Source = "monitors/churn.json",
        };

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => new ConstraintEvaluator(test.Constraints, null, options));

        Assert.Equal(
            "monitors/churn.json: $.dataQuality.features[\"X\"]: expected a column of the baseline, which has none of this name",
            error.Message);
    }

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_SplitIntoShards_FindsTheSame(Compatibility compatibility)
    {
        string[] columns = ["n", "s"];
        string[] rows = [.. Hundreds("1,a", "2,b", "3.5,c", "x,", "-4,a")];
        EvaluationCase test = new(columns, Hundreds("1,a", "2,b"));
        DatasetProfile sharded = CommaSeparated.Profile(columns, rows[..137]);
        sharded.MergeFrom(CommaSeparated.Profile(columns, rows[137..]));

        Assert.Equal(
            test.Evaluate(compatibility, columns, rows).Violations,
            test.Evaluate(compatibility, sharded).Violations);
    }
}
