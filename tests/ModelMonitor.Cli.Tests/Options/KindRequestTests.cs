using ModelMonitor.Cli.Options;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Cli.Tests.Options;

public sealed class KindRequestTests
{
    private static readonly MonitorDefinition Quality = new()
    {
        Name = "churn-model-quality",
        Endpoint = "churn-xgboost",
        Kind = MonitorKindNames.ModelQuality,
        ModelQuality = new ModelQualitySection(ProblemType.BinaryClassification) { ProbabilityAttribute = "0", PositiveLabel = "yes" },
    };

    [Fact]
    public void ApplyTo_NothingSaid_IsDataQualityThatWatchesWhatABaselineDemands()
    {
        MonitorDefinition monitor = new KindRequest().ApplyTo(monitor: null);

        Assert.Equal((MonitorKindNames.DataQuality, false), (monitor.Kind, monitor.DataQuality!.Extremes.Enabled));
    }

    [Fact]
    public void ApplyTo_NothingSaidOfAMonitorFile_LeavesItsMonitor() => Assert.Equal(Quality, new KindRequest().ApplyTo(Quality));

    [Fact]
    public void ApplyTo_FlagsAlone_MakeASection()
    {
        ModelQualitySection section = new KindRequest(MonitorKindNames.ModelQuality)
        {
            ProblemType = ProblemType.Regression, Inference = "0", GroundTruthAttribute = "price", Quantile = 0.9,
        }.ApplyTo(monitor: null).ModelQuality!;

        Assert.Equal((ProblemType.Regression, "0", "price", 0.9), (section.ProblemType, section.InferenceAttribute, section.GroundTruthAttribute, section.Quantile));
    }

    [Fact]
    public void ApplyTo_FlagsBesideAMonitorFile_TakeTheirPlaceInIt()
    {
        ModelQualitySection section = new KindRequest { ProbabilityThreshold = 0.3, PositiveLabel = "1" }.ApplyTo(Quality).ModelQuality!;

        Assert.Equal(("0", 0.3, "1"), (section.ProbabilityAttribute, section.ProbabilityThreshold, section.PositiveLabel));
    }

    [Fact]
    public void ApplyTo_AnAnalysisConfiguration_IsAllThatBiasNeeds()
    {
        KindRequest request = new(MonitorKindNames.Bias) { Configuration = "a/analysis_config.json", ConfigurationContent = "{}" };

        Assert.Equal(new ConfigurationFile("analysis_config.json") { Content = "{}" }, request.ApplyTo(monitor: null).Bias!.Configuration);
    }

    [Fact]
    public void ApplyTo_WhatAKindCannotDoWithout_IsAskedFor()
    {
        Assert.StartsWith("--problem-type: is missing", Fault(new KindRequest(MonitorKindNames.ModelQuality) { Inference = "0" }), StringComparison.Ordinal);
        Assert.StartsWith("--inference: is missing", Fault(new KindRequest(MonitorKindNames.ModelQuality) { ProblemType = ProblemType.Regression }), StringComparison.Ordinal);
        Assert.StartsWith("--config: is missing", Fault(new KindRequest(MonitorKindNames.Bias)), StringComparison.Ordinal);
    }

    [Fact]
    public void ApplyTo_AnOptionOfAnotherKind_IsRefused()
    {
        Assert.StartsWith(
            "--config: has no meaning for model-quality", Fault(new KindRequest(MonitorKindNames.ModelQuality) { Configuration = "c" }), StringComparison.Ordinal);
        Assert.StartsWith("--quantile: has no meaning for bias", Fault(new KindRequest(MonitorKindNames.Bias) { Quantile = 0.9 }), StringComparison.Ordinal);
        Assert.StartsWith(
            "--problem-type: has no meaning for bias", Fault(new KindRequest(MonitorKindNames.Bias) { ProblemType = ProblemType.Regression }), StringComparison.Ordinal);
        Assert.StartsWith(
            "--inference: has no meaning for data-quality", Fault(new KindRequest { Inference = "0" }), StringComparison.Ordinal);
    }

    private static string Fault(KindRequest request) => Assert.Throws<ConfigurationException>(() => request.ApplyTo(monitor: null)).Message;
}
