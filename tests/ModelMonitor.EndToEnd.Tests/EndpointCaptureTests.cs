using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>Endpoints are had capture what their monitors say, on SageMaker's events.</summary>
[Collection(DeployedCollection.Name)]
public sealed class EndpointCaptureTests(Deployment deployment)
{
    private const string Configuration = "made-by-the-data-scientist";

    [EndToEndFact]
    public async Task Endpoint_InService_IsHadCaptureOnce()
    {
        await deployment.Control.PutEndpointAsync(TestMonitors.Capturing, Configuration);

        Execution execution = await SendInServiceAsync(TestMonitors.Capturing);

        Assert.Equal(("SUCCEEDED", null), (execution.Status, execution.Error));
        JsonElement endpoint = await deployment.Control.EndpointAsync(TestMonitors.Capturing);
        string configuration = endpoint.GetProperty("configuration").GetString()!;
        Assert.StartsWith("modelmonitor-capturing-", configuration, StringComparison.Ordinal);
        JsonElement capture = endpoint.GetProperty("capture");
        Assert.True(capture.GetProperty("EnableCapture").GetBoolean());
        Assert.Equal(50, capture.GetProperty("InitialSamplingPercentage").GetInt32());
        string bucket = (await deployment.StackAsync()).NameOf("AWS::S3::Bucket", "Captures");
        Assert.Equal($"s3://{bucket}/capture", capture.GetProperty("DestinationS3Uri").GetString());
        Assert.Equal("""["text/csv"]""", capture.GetProperty("CaptureContentTypeHeader").GetProperty("CsvContentTypes").GetRawText());
        Assert.Equal("model", endpoint.GetProperty("variants")[0].GetProperty("ModelName").GetString());
        Assert.Equal("retention", endpoint.GetProperty("tags")[0].GetProperty("Value").GetString());
        Assert.True(Assert.Single(endpoint.GetProperty("updates").EnumerateArray()).GetProperty("retainAllVariantProperties").GetBoolean());

        // What the update brings about, and again.
        await SendInServiceAsync(TestMonitors.Capturing);
        await SendInServiceAsync(TestMonitors.Capturing);

        endpoint = await deployment.Control.EndpointAsync(TestMonitors.Capturing);
        Assert.Single(endpoint.GetProperty("updates").EnumerateArray());
        Assert.Equal(CaptureStatus.Unchanged, await StatusAsync(TestMonitors.Capturing));
    }

    [EndToEndFact]
    public async Task Endpoint_OfADryRun_StaysAsItIs()
    {
        await deployment.Control.PutEndpointAsync(TestMonitors.Rehearsing, Configuration);

        Execution execution = await SendInServiceAsync(TestMonitors.Rehearsing);

        Assert.Equal("SUCCEEDED", execution.Status);
        JsonElement endpoint = await deployment.Control.EndpointAsync(TestMonitors.Rehearsing);
        Assert.Equal(Configuration, endpoint.GetProperty("configuration").GetString());
        Assert.Empty(endpoint.GetProperty("updates").EnumerateArray());
        Assert.Equal(CaptureStatus.DryRun, await StatusAsync(TestMonitors.Rehearsing));
    }

    /// <summary>Sends what SageMaker sends when an endpoint is in service, and waits for what it starts.</summary>
    private async Task<Execution> SendInServiceAsync(string endpoint)
    {
        string[] before = await ExecutionsOfAsync(endpoint);
        await deployment.Control.SendAsync(JsonElement.Parse($$"""
            {
              "version": "0", "id": "{{endpoint}}-{{before.Length}}", "detail-type": "SageMaker Endpoint State Change", "source": "aws.sagemaker",
              "account": "123456789012", "time": "2026-11-22T10:00:00Z", "region": "us-east-1",
              "resources": ["arn:aws:sagemaker:us-east-1:123456789012:endpoint/{{endpoint}}"],
              "detail": { "EndpointName": "{{endpoint}}", "EndpointStatus": "IN_SERVICE" }
            }
            """));
        string[] started = [];
        await WatchedMonitor.WaitForAsync(
            async () => (started = [.. (await ExecutionsOfAsync(endpoint)).Except(before)]).Length > 0, "execution");
        return await deployment.Control.WaitAsync(Assert.Single(started));
    }

    private async Task<string[]> ExecutionsOfAsync(string endpoint) =>
    [
        .. (await deployment.Control.ExecutionsAsync())
            .Where(execution => JsonSerializer.Serialize(execution.Input).Contains(endpoint, StringComparison.Ordinal)
                && JsonSerializer.Serialize(execution.Input).Contains("endpoints", StringComparison.Ordinal))
            .Select(execution => execution.Arn),
    ];

    private async Task<string> StatusAsync(string endpoint)
    {
        byte[] content = await deployment.Artifacts.ReadAllAsync(ObjectKeys.EndpointCapture(endpoint));
        return JsonElement.Parse(content).GetProperty("status").GetString()!;
    }
}
