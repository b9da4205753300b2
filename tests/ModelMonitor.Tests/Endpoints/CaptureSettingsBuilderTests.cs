using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Endpoints;

namespace ModelMonitor.Tests.Endpoints;

public sealed class CaptureSettingsBuilderTests
{
    private static readonly MonitorDefinition First = EndpointSamples.Monitor;
    private static readonly MonitorDefinition Second = First with { Name = "churn-daily" };

    [Fact]
    public void Build_NoMonitorConfigures_IsNothing() =>
        Assert.Null(EndpointSamples.Build(First with { Capture = new CaptureSection() }, Second with { Endpoint = "another" }));

    [Fact]
    public void Build_OneMonitor_SaysAllOfIt()
    {
        CaptureSettings settings = EndpointSamples.Settings(First.Capture with { Bucket = "mine", KmsKey = "k", DryRun = true })!;

        Assert.Equal(("s3://mine/capture", "k", 100, true), (settings.DestinationUri, settings.KmsKey, settings.SamplingPercentage, settings.IsDryRun));
        Assert.Equal("s3://mine", EndpointSamples.Settings(First.Capture with { Bucket = "mine", } with { Prefix = "" }).DestinationUri);
    }

    [Fact]
    public void Build_SeveralMonitors_TakesTheHighestSamplingAndTheMostCautiousRun()
    {
        CaptureSettings settings = EndpointSamples.Build(
            First with { Capture = First.Capture with { SamplingPercentage = 10 } },
            Second with { Capture = Second.Capture with { SamplingPercentage = 40, DryRun = true } })!;

        Assert.Equal((40, true), (settings.SamplingPercentage, settings.IsDryRun));
    }

    [Fact]
    public void Build_MonitorInAStage_TakesTheStagesSampling()
    {
        MonitorStage stage = new(Schedule.Daily) { SamplingPercentage = 5 };
        Assert.Equal(5, CaptureSettingsBuilder.Build(First.Endpoint, [First], "b", _ => stage)!.SamplingPercentage);
    }

    [Fact]
    public void Build_MonitorsThatContradictEachOther_NamesBothAndTheKey()
    {
        (MonitorDefinition Other, string Key)[] contradictions =
        [
            (Second with { Capture = Second.Capture with { Prefix = "other/" } }, "bucket and prefix"),
            (Second with { Capture = new CaptureSection("other/") }, "bucket and prefix"),
            (Second with { Capture = Second.Capture with { KmsKey = "k" } }, "kmsKey"),
            (Second with { Capture = Second.Capture with { Options = [CaptureMode.Input] } }, "options"),
            (Second with { Capture = Second.Capture with { CsvContentTypes = ["text/csv"] } }, "contentTypes.csv"),
            (Second with { Capture = Second.Capture with { JsonContentTypes = ["a/b"] } }, "contentTypes.json"),
        ];

        Assert.All(contradictions, contradiction =>
        {
            string message = Assert.Throws<ConfigurationException>(() => EndpointSamples.Build(First, contradiction.Other)).Message;
            Assert.Contains($"$.capture.{contradiction.Key}: churn says ", message, StringComparison.Ordinal);
            Assert.Contains("churn-daily says ", message, StringComparison.Ordinal);
        });
    }
}
