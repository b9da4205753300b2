using System.Text;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Documents;

public sealed class ConstraintsDocumentTests
{
    /// <summary>Every key there is, and all three places of overrides.</summary>
    internal const string Newest =
        """
        {
          "version" : 0.0,
          "features" : [ {
            "name" : "Day Mins",
            "inferred_type" : "Fractional",
            "completeness" : 0.9,
            "num_constraints" : {
              "is_non_negative" : false,
              "monitoring_config_overrides" : {
                "emit_metrics" : "Disabled"
              }
            },
            "monitoringConfigOverrides" : {
              "datatype_check_threshold" : 0.8,
              "distribution_constraints" : {
                "comparison_threshold" : 0.3
              }
            }
          }, {
            "name" : "state",
            "inferred_type" : "String",
            "completeness" : 1.0,
            "string_constraints" : {
              "domains" : [ "New Mexico", "\"Ohio\"" ],
              "monitoring_config_overrides" : {
                "evaluate_constraints" : "Disabled"
              }
            }
          }, {
            "name" : "id",
            "inferred_type" : "Unknown"
          } ],
          "monitoring_config" : {
            "evaluate_constraints" : "Enabled",
            "emit_metrics" : "Enabled",
            "datatype_check_threshold" : 1.0,
            "domain_content_threshold" : 1.0,
            "distribution_constraints" : {
              "perform_comparison" : "Enabled",
              "comparison_threshold" : 0.1,
              "comparison_method" : "Robust",
              "categorical_comparison_threshold" : 0.2,
              "categorical_drift_method" : "ChiSquared"
            }
          }
        }
        """;

    [Fact]
    public void ToUtf8_DocumentRead_IsTheSameBytes() =>
        Assert.Equal(Newest, Encoding.UTF8.GetString(Read(Newest).ToUtf8()));

    [Fact]
    public void Read_EveryField_IsThere()
    {
        ConstraintsDocument document = Read(Newest);

        FeatureConstraints minutes = document.Features[0];
        Assert.Equal(("Day Mins", InferredType.Fractional, 0.9, false), (minutes.Name, minutes.InferredType, minutes.Completeness, minutes.IsNonNegative));
        Assert.Equal(["New Mexico", "\"Ohio\""], document.Features[1].Domains!);
        DistributionConfig distribution = document.MonitoringConfig.Distribution!;
        Assert.Equal(CategoricalDriftMethod.ChiSquared, distribution.CategoricalDriftMethod);
        Assert.Equal(0.2, distribution.CategoricalComparisonThreshold);
    }

    [Fact]
    public void Configure_Overrides_ChangeTheirKeysOnly()
    {
        ConstraintsDocument document = Read(Newest);

        MonitoringConfig minutes = document.Features[0].Configure(document.MonitoringConfig);
        Assert.Equal((true, false, 0.8, 1.0), (minutes.EvaluateConstraints, minutes.EmitMetrics, minutes.DataTypeThreshold, minutes.DomainContentThreshold));
        Assert.Equal((0.3, ComparisonMethod.Robust), (minutes.Distribution!.ComparisonThreshold, minutes.Distribution.ComparisonMethod));
        Assert.False(document.Features[1].Configure(document.MonitoringConfig).EvaluateConstraints);
        Assert.Equal(document.MonitoringConfig, document.Features[2].Configure(document.MonitoringConfig));
    }

    [Fact]
    public void Configure_OverridesInTwoPlaces_ThoseOnTheFeatureWin()
    {
        FeatureConstraints feature = new("a", InferredType.String)
        {
            StringOverrides = new MonitoringConfig { EvaluateConstraints = false, EmitMetrics = false },
            Overrides = new MonitoringConfig { EvaluateConstraints = true },
        };

        MonitoringConfig config = feature.Configure(MonitoringConfig.Suggested);

        Assert.Equal((true, false), (config.EvaluateConstraints, config.EmitMetrics));
    }

    [Fact]
    public void Read_WithoutMonitoringConfig_LeavesAllToTheDefaults() =>
        Assert.Equal(new MonitoringConfig(), Read("""{ "features": [] }""").MonitoringConfig);

    [Theory]
    [InlineData("\"completeness\" : 0.9", "\"completeness\" : 90", "$.features[0].completeness: expected a number from 0 to 1, found 90")]
    [InlineData("\"is_non_negative\" : false", "\"is_non_negative\" : \"no\"", "$.features[0].num_constraints.is_non_negative: expected true or false, found \"no\"")]
    [InlineData("[ \"New Mexico\", ", "[ 7, ", "$.features[1].string_constraints.domains[0]: expected a string, found 7")]
    [InlineData("\"emit_metrics\" : \"Disabled\"", "\"emit_metrics\" : false", "$.features[0].num_constraints.monitoring_config_overrides.emit_metrics: expected Enabled or Disabled, found false")]
    [InlineData("\"Robust\"", "\"robust\"", "$.monitoring_config.distribution_constraints.comparison_method: expected Robust or Simple, found \"robust\"")]
    [InlineData("\"ChiSquared\"", "\"PSI\"", "$.monitoring_config.distribution_constraints.categorical_drift_method: expected LInfinity or ChiSquared, found \"PSI\"")]
    [InlineData("\"comparison_threshold\" : 0.1", "\"comparison_threshold\" : -1", "$.monitoring_config.distribution_constraints.comparison_threshold: expected a number not below 0, found -1")]
    [InlineData("\"name\" : \"id\"", "\"name\" : \"state\"", "$.features[2].name: expected a name of its own (that of $.features[1].name is the same), found \"state\"")]
    public void Read_WrongValue_SaysWhereAndWhat(string right, string wrong, string expected)
    {
        string json = Newest.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Newest, json);

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Read(json));

        Assert.Equal($"constraints.json: {expected}", error.Message);
    }

    [ConformanceFact]
    public void ToUtf8_SageMakersFilesRead_AreTheSameBytes()
    {
        Assert.All<string[]>(
            [["churn", "expected"], ["sdk-quality-check", "data_quality", "bad_cases"], ["sdk-quality-check", "data_quality", "good_cases"]],
            folder =>
            {
                string text = File.ReadAllText(Conformance.PathOf([.. folder, "constraints.json"])).TrimEnd('\n');
                Assert.Equal(text, Encoding.UTF8.GetString(Read(text).ToUtf8()));
            });
    }

    // 2019's keys: enable_comparisons and min_domain_mass.
    [ConformanceFact]
    public void Read_HandMadeFileOf2019_IsRead()
    {
        ConstraintsDocument document = ConstraintsDocument.Read(
            "constraints.json", File.ReadAllBytes(Conformance.PathOf("sdk-monitor", "constraints.json")));

        Assert.Equal(true, document.Features[0].StringOverrides!.EvaluateConstraints);
        Assert.Equal((true, 1.0), (document.MonitoringConfig.Distribution!.PerformComparison, document.MonitoringConfig.Distribution.ComparisonThreshold));
    }

    internal static ConstraintsDocument Read(string json) => ConstraintsDocument.Read("constraints.json", Encoding.UTF8.GetBytes(json));
}
