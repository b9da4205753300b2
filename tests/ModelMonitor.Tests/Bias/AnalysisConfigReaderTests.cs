using System.Text;
using ModelMonitor.Bias;

namespace ModelMonitor.Tests.Bias;

public sealed class AnalysisConfigReaderTests
{
    [Fact]
    public void Read_OfTheMonitoringForm_TakesHeadersFacetsAndGroup()
    {
        BiasOptions options = Read("""
            {
              "version": "1.0", "headers": ["Age", "Sex", "Target"], "label": "Target", "label_values_or_threshold": [1],
              "facet": [{ "name_or_index": "Sex", "value_or_threshold": [0] }, { "name_or_index": 0, "value_or_threshold": [40] }],
              "group_variable": "Age"
            }
            """);
        Assert.Equal("Target", options.Label);
        Assert.Equal(["1"], options.LabelValues);
        Assert.Equal(["Sex", "Age"], options.Facets.Select(facet => facet.Column));
        Assert.Equal(["40"], options.Facets[1].Values);
        Assert.Equal("Age", options.GroupVariable);
        Assert.Null(options.PreTrainingMetrics);
        Assert.False(options.HasPredictions);
    }

    [Fact]
    public void Read_OfTheProcessingForm_TakesPredictorAndMethods()
    {
        BiasOptions options = Read("""
            {
              "dataset_type": "text/csv", "label": "y", "label_values_or_threshold": ["yes", true],
              "facet": { "name_or_index": "sex" }, "probability_threshold": 0.7,
              "predictor": { "model_name": "m", "probability": "predictions[0].scores", "label_headers": ["no", "yes", 3] },
              "methods": { "pre_training_bias": { "methods": ["CI", "DPL"] }, "post_training_bias": { "methods": "all" }, "report": { "name": "r" } }
            }
            """);
        Assert.Equal(["yes", "True"], options.LabelValues);
        Assert.Equal("scores", options.Probability);
        Assert.Equal(["no", "yes", "3"], options.LabelHeaders);
        Assert.Equal(0.7, options.ProbabilityThreshold);
        Assert.Equal(["CI", "DPL"], options.PreTrainingMetrics);
        Assert.Null(options.PostTrainingMetrics);
        Assert.Empty(options.Facets[0].Values);
    }

    [Theory]
    [InlineData("""{ "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }] }""", "$.label")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [], "facet": [{ "name_or_index": "a" }] }""", "$.label_values_or_threshold")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [] }""", "$.facet")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": {} }] }""", "$.facet[0].name_or_index")]
    [InlineData("""{ "headers": ["a"], "label": "a", "label_values_or_threshold": [1], "facet": [{ "name_or_index": 3 }] }""", "$.facet[0].name_or_index")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "y" }] }""", "$.facet[0]")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "probability_threshold": 2 }""", "$.probability_threshold")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "methods": { "pre_training_bias": { "methods": ["XX"] } } }""", "$.methods.pre_training_bias.methods[0]")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "predictor": { "probability": 0, "label_headers": ["1"] } }""", "$.predictor.label_headers")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "predictor": { "label_headers": ["0", "1"] } }""", "$.predictor.label_headers")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "predictor": { "label_headers": "1" } }""", "$.predictor.label_headers")]
    [InlineData("""{ "label": "y", "label_values_or_threshold": [1], "facet": [{ "name_or_index": "a" }], "predictor": { "label": "results[*].label" } }""", "$.predictor.label")]
    [InlineData("[]", "$")]
    public void Read_OfABadFile_NamesThePlace(string json, string path)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Read(json));
        Assert.StartsWith($"analysis_config.json: {path}: ", error.Message, StringComparison.Ordinal);
    }

    private static BiasOptions Read(string json) => AnalysisConfigReader.Read("analysis_config.json", Encoding.UTF8.GetBytes(json));
}
