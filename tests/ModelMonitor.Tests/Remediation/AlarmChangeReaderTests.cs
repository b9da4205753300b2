using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Remediation;

namespace ModelMonitor.Tests.Remediation;

public sealed class AlarmChangeReaderTests
{
    private const string Valid = """
        {
          "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch", "account": "123456789012", "region": "us-east-1",
          "detail": {
            "alarmName": "ModelMonitor/churn/Own1",
            "state": { "value": "ALARM", "reason": "Threshold\nCrossed", "timestamp": "2026-11-22T11:12:40.989+0000" }
          }
        }
        """;

    [Theory]
    [InlineData("ALARM", AlarmState.Alarm)]
    [InlineData("OK", AlarmState.Ok)]
    [InlineData("INSUFFICIENT_DATA", AlarmState.InsufficientData)]
    public void Read_EventOfAnAlarm_TellsItsChange(string word, AlarmState state)
    {
        AlarmChange change = Read(Valid.Replace("\"ALARM\"", $"\"{word}\"", StringComparison.Ordinal)).Change!;

        Assert.Equal(("churn", "Own1", state), (change.Alarm.Monitor, change.Alarm.Id, change.State));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 12, 40, 989, TimeSpan.Zero), change.Time);
        Assert.Equal("Threshold Crossed", change.Explanation);
    }

    [Theory]
    [InlineData("2026-11-22T12:12:40.989+0100")]
    [InlineData("2026-11-22T11:12:40.989Z")]
    [InlineData("2026-11-22T11:12:40.989+00:00")]
    public void Read_OtherFormsOfTheTime_AreTheSameChange(string time)
    {
        AlarmChange change = Read(Valid.Replace("2026-11-22T11:12:40.989+0000", time, StringComparison.Ordinal)).Change!;

        Assert.Equal(Read(Valid).Change!.Token, change.Token);
        Assert.Matches("^[0-9a-f]{64}$", change.Token);
    }

    [Theory]
    [InlineData("Own1", "Own2")]
    [InlineData("\"ALARM\"", "\"OK\"")]
    [InlineData("40.989", "40.988")]
    [InlineData("/churn/", "/fraud/")]
    public void Token_AnotherChange_IsAnother(string from, string to) => Assert.NotEqual(
        Read(Valid).Change!.Token, Read(Valid.Replace(from, to, StringComparison.Ordinal)).Change!.Token);

    [Theory]
    [InlineData("123456789012", "210987654321", RemediationReason.NotOurs)]
    [InlineData("us-east-1", "eu-west-1", RemediationReason.NotOurs)]
    [InlineData("ModelMonitor/churn/Own1", "Another/churn/Own1", RemediationReason.NotOurs)]
    [InlineData("ModelMonitor/churn/Own1", "CPU too high", RemediationReason.NotOurs)]
    [InlineData("ModelMonitor/churn/Own1", "ModelMonitor/../Own1", RemediationReason.NotOurs)]
    [InlineData("ModelMonitor/churn/Own1", "", RemediationReason.NotOurs)]
    [InlineData("aws.cloudwatch", "aws.ec2", RemediationReason.Malformed)]
    [InlineData("CloudWatch Alarm State Change", "Scheduled Event", RemediationReason.Malformed)]
    [InlineData("\"ALARM\"", "\"RINGING\"", RemediationReason.Malformed)]
    [InlineData("\"ALARM\"", "5", RemediationReason.Malformed)]
    [InlineData("2026-11-22T11:12:40.989+0000", "yesterday", RemediationReason.Malformed)]
    [InlineData("\"state\"", "\"stat\"", RemediationReason.Malformed)]
    [InlineData("Threshold", "\\ud800", RemediationReason.Malformed)]
    [InlineData("\"detail\"", "\"details\"", RemediationReason.Malformed)]
    public void Read_EventThatDoesNotCount_SaysWhy(string from, string to, RemediationReason expected)
    {
        AlarmReading reading = Read(Valid.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(reading.Change);
        Assert.Equal(expected, reading.Refusal!.Reason);
        Assert.False(reading.Refusal.IsRecorded);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"ALARM\"")]
    [InlineData("{}")]
    [InlineData("{\"detail\":5}")]
    public void Read_AnythingElse_IsMalformed(string content) => Assert.Equal(RemediationReason.Malformed, Read(content).Refusal!.Reason);

    [Fact]
    public void Read_HugeEvent_KeepsLittleOfIt()
    {
        AlarmChange change = Read(Valid.Replace("Threshold", new string('x', 200_000), StringComparison.Ordinal)).Change!;

        Assert.InRange(change.Explanation.Length, 100, 600);
    }

    [Fact]
    public void Read_WithoutEvent_IsMalformed() => Assert.Equal(
        RemediationReason.Malformed, AlarmChangeReader.Read(Request(default)).Refusal!.Reason);

    private static AlarmReading Read(string content) => AlarmChangeReader.Read(Request(JsonElement.Parse(content)));

    private static RemediateRequest Request(JsonElement content) => new()
    {
        Event = content,
        Deployment = "ModelMonitor",
        Account = "123456789012",
        Region = "us-east-1",
        Runbook = "https://example.com/runbook",
        Execution = "e",
    };
}
