using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Endpoints;

namespace ModelMonitor.Tests.Endpoints;

public sealed class CapturePlannerTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Role = "arn:aws:iam::123456789012:role/endpoint";

    private static readonly CaptureSection On = EndpointSamples.Monitor.Capture;

    [Fact]
    public void Plan_EndpointWithoutCapture_CopiesItsConfiguration()
    {
        CapturePlan plan = CapturePlanner.Plan(EndpointSamples.Configuration(), null, EndpointSamples.Settings());

        Assert.Equal(
            ["EnableCapture", "InitialSamplingPercentage", "DestinationS3Uri", "CaptureOptions"],
            plan.Changes.Select(change => change.Field));
        Assert.StartsWith("modelmonitor-churn-xgboost-", plan.Name, StringComparison.Ordinal);
        Assert.Equal(
            $$$"""
            {"EndpointConfigName":"{{{plan.Name}}}","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"churn","InitialInstanceCount":1,"InstanceType":"ml.m5.large","InitialVariantWeight":0.5}],"DataCaptureConfig":{"EnableCapture":true,"InitialSamplingPercentage":100,"DestinationS3Uri":"s3://captures/capture","CaptureOptions":[{"CaptureMode":"Input"},{"CaptureMode":"Output"}]}}
            """,
            plan.Configuration!.ToJsonString());
    }

    [Theory]
    [InlineData(EndpointSamples.RightCapture)]
    [InlineData("""{ "EnableCapture": true, "InitialSamplingPercentage": 100, "DestinationS3Uri": "s3://captures/capture/", "CaptureOptions": [{ "CaptureMode": "InputAndOutput" }] }""")]
    [InlineData("""{ "EnableCapture": true, "InitialSamplingPercentage": 100.0, "KmsKeyId": "alias/some", "DestinationS3Uri": "s3://captures/capture", "CaptureOptions": [{ "CaptureMode": "Input" }, { "CaptureMode": "Output" }], "CaptureContentTypeHeader": { "CsvContentTypes": ["text/csv"] } }""")]
    public void Plan_CaptureIsRight_ChangesNothing(string capture)
    {
        CapturePlan plan = CapturePlanner.Plan(EndpointSamples.Configuration(capture), null, EndpointSamples.Settings());

        Assert.Empty(plan.Changes);
        Assert.Null(plan.Name);
        Assert.Null(plan.Configuration);
    }

    public static TheoryData<string, CaptureChange> Differences => new()
    {
        { EndpointSamples.RightCapture.Replace("true", "false"), new("EnableCapture", "false", "true") },
        { EndpointSamples.RightCapture.Replace("100", "20"), new("InitialSamplingPercentage", "20", "100") },
        { EndpointSamples.RightCapture.Replace("captures/capture", "captures/other"), new("DestinationS3Uri", "s3://captures/other", "s3://captures/capture") },
        { EndpointSamples.RightCapture.Replace("""{ "CaptureMode": "Output" }, """, ""), new("CaptureOptions", "Input", "Input, Output") },
        { EndpointSamples.RightCapture.Replace("true,", """true, "KmsKeyId": "another",""") , new("KmsKeyId", "another", Key) },
        { EndpointSamples.RightCapture.Replace("true,", """true, "CaptureContentTypeHeader": { "CsvContentTypes": ["text/plain"] },"""), new("CsvContentTypes", "text/plain", "text/csv") },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Plan_OneThingDiffers_TellsAndMendsIt(string capture, CaptureChange expected)
    {
        CaptureSection section = expected.Field switch
        {
            "KmsKeyId" => On with { KmsKey = Key },
            "CsvContentTypes" => On with { CsvContentTypes = ["text/csv"] },
            _ => On,
        };
        CaptureSettings settings = EndpointSamples.Settings(section);

        CapturePlan plan = CapturePlanner.Plan(EndpointSamples.Configuration(capture), null, settings);

        Assert.Equal(expected, Assert.Single(plan.Changes));
        Assert.Empty(CapturePlanner.Plan(EndpointSamples.Read(plan.Configuration!.ToJsonString()), null, settings).Changes);
    }

    [Fact]
    public void Plan_WhatTheMonitorDoesNotSay_StaysAsItIs()
    {
        const string Capture = """
            { "EnableCapture": false, "InitialSamplingPercentage": 20, "DestinationS3Uri": "s3://captures/capture", "KmsKeyId": "mine",
              "CaptureOptions": [{ "CaptureMode": "Input" }, { "CaptureMode": "Output" }], "CaptureContentTypeHeader": { "JsonContentTypes": ["application/x"] } }
            """;

        CapturePlan plan = CapturePlanner.Plan(
            EndpointSamples.Configuration(Capture), null, EndpointSamples.Settings(On with { SamplingPercentage = null }));

        JsonNode capture = plan.Configuration!["DataCaptureConfig"]!;
        Assert.Equal("EnableCapture", Assert.Single(plan.Changes).Field);
        Assert.Equal((20, "mine"), (capture["InitialSamplingPercentage"]!.GetValue<int>(), capture["KmsKeyId"]!.GetValue<string>()));
        Assert.Equal("""{"JsonContentTypes":["application/x"]}""", capture["CaptureContentTypeHeader"]!.ToJsonString());
    }

    [Fact]
    public void Plan_KeyByItsId_IsTheKeyOfTheArn() => Assert.Empty(CapturePlanner.Plan(
        EndpointSamples.Configuration(EndpointSamples.RightCapture.Replace("true,", """true, "KmsKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab",""", StringComparison.Ordinal)),
        null,
        EndpointSamples.Settings(On with { KmsKey = Key })).Changes);

    [Fact]
    public void Plan_EveryOtherField_IsCopiedAndEmptyOnesAreNot()
    {
        const string More = """
            "KmsKeyId": "volume", "ShadowProductionVariants": [{ "VariantName": "Shadow", "ModelName": "next" }],
            "AsyncInferenceConfig": { "OutputConfig": { "S3OutputPath": "s3://out" } }, "ExplainerConfig": { "ClarifyExplainerConfig": {} },
            "VpcConfig": { "Subnets": ["a"], "SecurityGroupIds": ["b"] }, "EnableNetworkIsolation": true,
            "OfYearsToCome": { "x": [1] }, "Nothing": null, "None": [],
            """;

        JsonObject copy = CapturePlanner.Plan(EndpointSamples.Configuration(more: More), null, EndpointSamples.Settings()).Configuration!;

        Assert.Equal(
            [
                "EndpointConfigName", "ProductionVariants", "KmsKeyId", "ShadowProductionVariants", "AsyncInferenceConfig", "ExplainerConfig",
                "VpcConfig", "EnableNetworkIsolation", "OfYearsToCome", "DataCaptureConfig",
            ],
            copy.Select(field => field.Key));
        Assert.Equal("""{"x":[1]}""", copy["OfYearsToCome"]!.ToJsonString());
    }

    [Fact]
    public void Plan_Tags_AreCopiedButForAwsOwn()
    {
        JsonArray tags = (JsonArray)JsonNode.Parse("""[{ "Key": "team", "Value": "a" }, { "Key": "aws:cloudformation:stack-name", "Value": "b" }]""")!;

        CapturePlan plan = CapturePlanner.Plan(EndpointSamples.Configuration(), tags, EndpointSamples.Settings());

        Assert.Equal("""[{"Key":"team","Value":"a"}]""", plan.Configuration!["Tags"]!.ToJsonString());
    }

    [Fact]
    public void Plan_Again_HasTheSameNameAndAnotherBaseHasAnother()
    {
        string? first = CapturePlanner.Plan(EndpointSamples.Configuration(), null, EndpointSamples.Settings()).Name;
        string? again = CapturePlanner.Plan(EndpointSamples.Configuration(), null, EndpointSamples.Settings()).Name;
        string? other = CapturePlanner.Plan(EndpointSamples.Configuration(more: "\"KmsKeyId\": \"volume\","), null, EndpointSamples.Settings()).Name;

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Plan_LongEndpointName_MakesANameThatSageMakerTakes()
    {
        MonitorDefinition monitor = EndpointSamples.Monitor with { Endpoint = new string('e', 32) + "-" + new string('f', 30) };
        CaptureSettings settings = CaptureSettingsBuilder.Build(monitor.Endpoint, [monitor], "b", _ => null)!;

        Assert.Matches("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", CapturePlanner.Plan(EndpointSamples.Configuration(), null, settings).Name);
    }

    [Fact]
    public void Plan_ServerlessVariant_SaysThatNothingIsCapturedOfIt()
    {
        EndpointConfiguration serverless = EndpointSamples.Configuration(variant: """, "ServerlessConfig": { "MemorySizeInMB": 2048 }""");

        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => CapturePlanner.Plan(serverless, null, EndpointSamples.Settings()));

        Assert.Contains("'AllTraffic' is serverless", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ExecutionRole_IsPassedOnOnlyWhenAMonitorNamesIt()
    {
        EndpointConfiguration configuration = EndpointSamples.Configuration(more: $"\"ExecutionRoleArn\": \"{Role}\",");

        Assert.Contains(Role, Assert.Throws<ConfigurationException>(
            () => CapturePlanner.Plan(configuration, null, EndpointSamples.Settings())).Message, StringComparison.Ordinal);
        CapturePlan plan = CapturePlanner.Plan(configuration, null, EndpointSamples.Settings(On with { ExecutionRole = Role }));
        Assert.Equal(Role, plan.Configuration!["ExecutionRoleArn"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "EndpointConfigName": "a", "ProductionVariants": [] }""")]
    [InlineData("""{ "EndpointConfigName": "a", "EndpointConfigName": "b", "ProductionVariants": [{}] }""")]
    public void Read_WhatIsNoConfiguration_SaysWhatWasExpected(string json) => Assert.Contains(
        "the answer of DescribeEndpointConfig",
        Assert.Throws<ConfigurationException>(() => EndpointSamples.Read(json)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("5")]
    [InlineData("""{ "EnableCapture": "yes", "InitialSamplingPercentage": "all", "DestinationS3Uri": 5, "CaptureOptions": [5, { "CaptureMode": 7 }], "CaptureContentTypeHeader": [] }""")]
    public void Plan_CaptureOfOddTypes_IsReplaced(string capture)
    {
        CapturePlan plan = CapturePlanner.Plan(EndpointSamples.Configuration(capture), null, EndpointSamples.Settings());
        Assert.Equal(4, plan.Changes.Count);
    }
}
