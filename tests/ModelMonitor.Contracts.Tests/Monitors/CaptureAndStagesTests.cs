using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class CaptureAndStagesTests
{
    private const string Staged = """
        "stages": [
          { "schedule": "hourly", "samplingPercentage": 100, "relaxAfter": "P14D", "cleanWindows": 48 },
          { "schedule": "daily", "samplingPercentage": 10, "relaxAfter": "P4W" },
          { "schedule": "cron(0 0 ? * MON *)" }
        ]
        """;

    [Fact]
    public void Read_Capture_TakesEveryValue()
    {
        CaptureSection capture = ReadValid("""
            "capture": {
              "configureEndpoint": true, "dryRun": false, "samplingPercentage": 25, "options": ["Output"],
              "contentTypes": { "csv": ["text/csv"], "json": ["application/json", "application/vnd.x"] },
              "executionRole": "arn:aws:iam::123456789012:role/service/endpoint"
            }
            """).Capture;

        Assert.Equal((true, false, 25), (capture.ConfigureEndpoint, capture.DryRun, capture.SamplingPercentage));
        Assert.Equal([CaptureMode.Output], capture.Options);
        Assert.Equal(["text/csv"], capture.CsvContentTypes);
        Assert.Equal(["application/json", "application/vnd.x"], capture.JsonContentTypes);
        Assert.Equal("arn:aws:iam::123456789012:role/service/endpoint", capture.ExecutionRole);
    }

    [Fact]
    public void Read_CaptureThatIsNotConfigured_IsADryRunOfInputAndOutput()
    {
        CaptureSection capture = ReadValid("\"capture\": {}").Capture;

        Assert.Equal((false, true, null), (capture.ConfigureEndpoint, capture.DryRun, capture.SamplingPercentage));
        Assert.Equal([CaptureMode.Input, CaptureMode.Output], capture.Options);
    }

    [Theory]
    [InlineData("""{ "samplingPercentage": 101 }""", "$.capture.samplingPercentage", "a whole number from 0 to 100")]
    [InlineData("""{ "samplingPercentage": 2.5 }""", "$.capture.samplingPercentage", "a whole number from 0 to 100")]
    [InlineData("""{ "options": ["InputAndOutput"] }""", "$.capture.options[0]", "\"Input\" or \"Output\"")]
    [InlineData("""{ "options": [] }""", "$.capture.options", "one option at least")]
    [InlineData("""{ "options": ["Input", "Input"] }""", "$.capture.options[1]", "stands twice")]
    [InlineData("""{ "contentTypes": { "csv": ["csv"] } }""", "$.capture.contentTypes.csv[0]", "a content type")]
    [InlineData("""{ "contentTypes": { "xml": [] } }""", "$.capture.contentTypes.xml", "unknown key")]
    [InlineData("""{ "contentTypes": { "csv": ["a/0","a/1","a/2","a/3","a/4","a/5","a/6","a/7","a/8","a/9","a/10"] } }""", "$.capture.contentTypes.csv", "ten content types at most")]
    [InlineData("""{ "executionRole": "endpoint" }""", "$.capture.executionRole", "the ARN of a role")]
    [InlineData("""{ "configureEndpiont": true }""", "$.capture.configureEndpiont", "did you mean configureEndpoint?")]
    public void Read_WrongCapture_SaysWhereAndWhy(string capture, string path, string message) =>
        AssertProblem($"\"capture\": {capture}", path, message);

    [Fact]
    public void Read_Stages_AreTheScheduleFirstToLast()
    {
        MonitorDefinition monitor = ReadValid(Staged + ", \"capture\": { \"configureEndpoint\": true }");

        Assert.Equal(("hourly", "cron(0 0 ? * MON *)"), (monitor.Schedule.Text, monitor.SparsestSchedule.Text));
        Assert.Equal([100, 10, null], monitor.Stages.Select(stage => stage.SamplingPercentage));
        Assert.Equal([TimeSpan.FromDays(14), TimeSpan.FromDays(28), null], monitor.Stages.Select(stage => stage.RelaxAfter));
        Assert.Equal([48, 0, 0], monitor.Stages.Select(stage => stage.CleanWindows));
    }

    [Theory]
    [InlineData("""[{ "schedule": "hourly" }]""", "$.stages", "two stages at least")]
    [InlineData("""[{ "schedule": "hourly" }, { "schedule": "daily" }]""", "$.stages[0].relaxAfter", "is missing")]
    [InlineData("""[{ "schedule": "hourly", "relaxAfter": "P1D" }, { "schedule": "daily", "relaxAfter": "P1D" }]""", "$.stages[1]", "the last stage has no end")]
    [InlineData("""[{ "schedule": "daily", "relaxAfter": "P1D" }, { "schedule": "hourly" }]""", "$.stages[1].schedule", "the stage before it fires")]
    [InlineData("""[{ "schedule": "hourly", "relaxAfter": "P1D" }, { "schedule": "cron(30 0 ? * * *)" }]""", "$.stages[1].schedule", "the stage before it fires")]
    [InlineData("""[{ "schedule": "hourly", "relaxAfter": "P1D", "samplingPercentage": 5 }, { "schedule": "daily" }]""", "$.stages[0].samplingPercentage", "configureEndpoint")]
    [InlineData("""[{ "schedule": "never", "relaxAfter": "P1D" }, { "schedule": "daily" }]""", "$.stages[0].schedule", "expected hourly")]
    [InlineData("""[{ "relaxAfter": "PT1M" }, { "schedule": "daily" }]""", "$.stages[0].relaxAfter", "PT1H")]
    [InlineData("""[5, { "schedule": "daily" }]""", "$.stages[0]", "an object")]
    public void Read_WrongStages_SayWhereAndWhy(string stages, string path, string message) =>
        AssertProblem($"\"stages\": {stages}", path, message);

    [Fact]
    public void Read_StagesBesideASchedule_AreRefused() =>
        AssertProblem(Staged + ", \"schedule\": \"hourly\", \"capture\": { \"configureEndpoint\": true }", "$.schedule", "remove this one");

    [Theory]
    [InlineData("daily", "hourly", true)]
    [InlineData("hourly", "daily", false)]
    [InlineData("cron(0 8 ? * MON-FRI *)", "cron(0 8,20 ? * * *)", true)]
    [InlineData("cron(0 8 ? * MON *)", "cron(0 8 1 * ? *)", false)]
    [InlineData("daily", "daily", true)]
    public void FiresOnlyWith_AnotherSchedule_IsToldFieldByField(string schedule, string other, bool expected) =>
        Assert.Equal(expected, Schedule.Parse(schedule).FiresOnlyWith(Schedule.Parse(other)));

    [Fact]
    public void FiresAt_TheMinuteOfAFiring_Does()
    {
        DateTimeOffset midnight = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        Assert.True(Schedule.Daily.FiresAt(midnight));
        Assert.True(Schedule.Daily.FiresAt(midnight.AddSeconds(59)));
        Assert.False(Schedule.Daily.FiresAt(midnight.AddMinutes(1)));
    }

    private static MonitorDefinition ReadValid(string more)
    {
        MonitorReading reading = Read(more);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }

    private static void AssertProblem(string more, string path, string message) => Assert.Contains(
        Read(more).Problems, problem => problem.Path == path && problem.Message.Contains(message, StringComparison.Ordinal));

    private static MonitorReading Read(string more) =>
        MonitorReader.Read(Encoding.UTF8.GetBytes($$"""{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, {{more}} }"""));
}
