using System.Text.Json;
using ModelMonitor.Infra.Configuration;

namespace ModelMonitor.Infra.Tests.Configuration;

public sealed class DeploymentSettingsReaderTests
{
    [Fact]
    public void Read_OfAnEmptyContext_TakesTheDefaults() => Assert.Equal(new DeploymentSettings(), Read("{}"));

    [Fact]
    public void Read_OfAllSettings_TakesThem()
    {
        DeploymentSettings settings = Read("""
            { "stackName": "Watch", "monitors": "my/monitors", "captureBucket": "sagemaker-eu-west-1-123456789012", "architecture": "arm64",
              "notifyEmail": "models@example.com", "logRetentionDays": 90, "runbookUrl": "https://wiki.example.com/runbook" }
            """);

        Assert.Equal(
            new DeploymentSettings
            {
                StackName = "Watch",
                MonitorsFolder = "my/monitors",
                CaptureBucket = "sagemaker-eu-west-1-123456789012",
                Architecture = FunctionArchitecture.Arm64,
                NotifyEmail = "models@example.com",
                LogRetentionDays = 90,
                RunbookUrl = "https://wiki.example.com/runbook",
            },
            settings);
    }

    [Fact]
    public void Read_OfANumberGivenAsText_TakesIt() => Assert.Equal(7, Read("""{ "logRetentionDays": "7" }""").LogRetentionDays);

    [Theory]
    [InlineData("""{ "stackName": "my stack" }""", "stackName", "\"my stack\"")]
    [InlineData("""{ "monitors": " " }""", "monitors", "folder")]
    [InlineData("""{ "captureBucket": "s3://captures" }""", "captureBucket", "without s3://")]
    [InlineData("""{ "architecture": "x64" }""", "architecture", "x86_64 or arm64")]
    [InlineData("""{ "notifyEmail": "models" }""", "notifyEmail", "e-mail address")]
    [InlineData("""{ "logRetentionDays": 31 }""", "logRetentionDays", "30, 60")]
    [InlineData("""{ "runbookUrl": "http://wiki" }""", "runbookUrl", "https://")]
    [InlineData("""{ "runbookUrl": "https://wiki/what's-up" }""", "runbookUrl", "%27")]
    [InlineData("""{ "runbookUrl": "https://wiki/{page}" }""", "runbookUrl", "%7B")]
    [InlineData("""{ "runbookUrl": "https://wiki/page}" }""", "runbookUrl", "%7D")]
    [InlineData("""{ "runbookUrl": "https://wiki\\page" }""", "runbookUrl", "%5C")]
    [InlineData("""{ "stackName": 7 }""", "stackName", "found 7")]
    public void Read_OfAWrongSetting_SaysWhatWasExpected(string context, string key, string expectation)
    {
        InvalidDeploymentException exception = Assert.Throws<InvalidDeploymentException>(() => Read(context));

        string problem = Assert.Single(exception.Problems);
        Assert.StartsWith($"context: {key}: expected ", problem, StringComparison.Ordinal);
        Assert.Contains(expectation, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfSeveralWrongSettings_TellsAll() => Assert.Equal(
        3,
        Assert.Throws<InvalidDeploymentException>(
            () => Read("""{ "architecture": "mips", "captureBucket": "A", "notifyemail": "a@b.c" }""")).Problems.Count);

    [Fact]
    public void Read_OfAMisspeltKey_NamesTheOneThatWasMeant() => Assert.Equal(
        ["context: 'captureBuckets' is not a setting; did you mean 'captureBucket'?"],
        Assert.Throws<InvalidDeploymentException>(() => Read("""{ "captureBuckets": "b" }""")).Problems);

    [Fact]
    public void Read_OfKeysOfOthers_LeavesThemAlone() =>
        Assert.Equal(new DeploymentSettings(), Read("""{ "@aws-cdk/core:flag": true, "aws:cdk:enable-path-metadata": true, "team": "risk" }"""));

    private static DeploymentSettings Read(string json) =>
        DeploymentSettingsReader.Read(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!);
}
