using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Endpoints;

namespace ModelMonitor.Tests.Endpoints;

/// <summary>Configurations as SageMaker describes them, and monitors of their endpoint.</summary>
internal static class EndpointSamples
{
    public const string Bucket = "captures";

    /// <summary>The capture that <see cref="Monitor"/> asks for.</summary>
    public const string RightCapture = """
        { "EnableCapture": true, "InitialSamplingPercentage": 100, "DestinationS3Uri": "s3://captures/capture",
          "CaptureOptions": [{ "CaptureMode": "Output" }, { "CaptureMode": "Input" }] }
        """;

    public static MonitorDefinition Monitor { get; } = new()
    {
        Name = "churn",
        Endpoint = "churn-xgboost",
        Capture = new CaptureSection { ConfigureEndpoint = true, DryRun = false, SamplingPercentage = 100 },
    };

    public static CaptureSettings Settings(CaptureSection? capture = null) => Build(capture is null ? Monitor : Monitor with { Capture = capture })!;

    public static CaptureSettings? Build(params MonitorDefinition[] monitors) =>
        CaptureSettingsBuilder.Build("churn-xgboost", monitors, Bucket, _ => null);

    public static EndpointConfiguration Configuration(string? capture = null, string more = "", string variant = "") => Read($$"""
        {
          "EndpointConfigName": "churn-v1", "EndpointConfigArn": "arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/churn-v1",
          "ProductionVariants": [{ "VariantName": "AllTraffic", "ModelName": "churn", "InitialInstanceCount": 1, "InstanceType": "ml.m5.large", "InitialVariantWeight": 0.5{{variant}} }],
          {{(capture is null ? "" : $"\"DataCaptureConfig\": {capture},")}}
          {{more}}
          "CreationTime": "2026-11-22T07:55:00Z"
        }
        """);

    public static EndpointConfiguration Read(string json) => EndpointConfiguration.Read("event", Encoding.UTF8.GetBytes(json));
}
