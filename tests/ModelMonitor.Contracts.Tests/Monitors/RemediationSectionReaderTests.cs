using System.Text;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class RemediationSectionReaderTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:retrain";

    [Fact]
    public void Read_TargetOnly_TakesDefaults()
    {
        RemediationSection section = ReadValid(""" "pipeline": "churn-retrain" """);

        Assert.Equal(new RemediationTarget(RemediationTargetKind.Pipeline, "churn-retrain"), section.Target);
        Assert.Equal((TimeSpan.FromHours(24), 2, 100), (section.Cooldown, section.MaxPerWeek, section.MinimumRows));
        Assert.Equal(TimeSpan.FromHours(24), section.Timeout);
        Assert.Empty(section.Maintenance);
        Assert.Equal(["Monitor", "Window", "Violations", "Report"], section.Parameters);
        Assert.True(section.DryRun);
    }

    [Fact]
    public void Read_EveryKey_IsTaken()
    {
        RemediationSection section = ReadValid(
            """
             "pipeline": "churn-retrain", "cooldown": "PT36H", "maxPerWeek": 1, "minimumRows": 0, "timeout": "90m", "dryRun": false,
             "parameters": ["Window"],
             "maintenance": [{ "days": ["Sun", "Sat"] }, { "from": "22:30", "to": "06:00" }]
            """);

        Assert.Equal((TimeSpan.FromHours(36), 1, 0), (section.Cooldown, section.MaxPerWeek, section.MinimumRows));
        Assert.Equal(TimeSpan.FromMinutes(90), section.Timeout);
        Assert.False(section.DryRun);
        Assert.Equal(["Window"], section.Parameters);
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], section.Maintenance[0].Days);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromDays(1)), (section.Maintenance[0].From, section.Maintenance[0].To));
        Assert.Equal(7, section.Maintenance[1].Days.Count);
        Assert.Equal((TimeSpan.FromHours(22.5), TimeSpan.FromHours(6)), (section.Maintenance[1].From, section.Maintenance[1].To));
    }

    [Theory]
    [InlineData($$""" "stateMachine": "{{Machine}}" """, RemediationTargetKind.StateMachine, Machine, true)]
    [InlineData(""" "eventBus": "default" """, RemediationTargetKind.EventBus, "default", false)]
    [InlineData(""" "eventBus": "arn:aws:events:us-east-1:123456789012:event-bus/ml.ops" """, RemediationTargetKind.EventBus, "arn:aws:events:us-east-1:123456789012:event-bus/ml.ops", false)]
    public void Read_OtherTarget_IsTaken(string keys, RemediationTargetKind kind, string name, bool hasEnd)
    {
        RemediationTarget target = ReadValid(keys).Target;

        Assert.Equal(new RemediationTarget(kind, name), target);
        Assert.Equal(hasEnd, target.HasEnd);
    }

    [Theory]
    [InlineData("", "$.remediation", "exactly one of pipeline, stateMachine and eventBus, found 0")]
    [InlineData(""" "pipeline": "a", "eventBus": "default" """, "$.remediation", "exactly one of pipeline, stateMachine and eventBus, found 2")]
    [InlineData(""" "pipeline": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/a" """, "$.remediation.pipeline", "not its ARN")]
    [InlineData(""" "pipeline": "a*" """, "$.remediation.pipeline", "the name of a SageMaker pipeline")]
    [InlineData(""" "stateMachine": "retrain" """, "$.remediation.stateMachine", "the ARN of a state machine")]
    [InlineData(""" "stateMachine": "arn:aws:states:us-east-1:123456789012:stateMachine:*" """, "$.remediation.stateMachine", "the ARN of a state machine")]
    [InlineData(""" "eventBus": "a*" """, "$.remediation.eventBus", "the name or the ARN of an event bus")]
    [InlineData(""" "pipeline": "a", "cooldown": "P32D" """, "$.remediation.cooldown", "from PT0S to P31D")]
    [InlineData(""" "pipeline": "a", "cooldown": 24 """, "$.remediation.cooldown", "found the number 24")]
    [InlineData(""" "pipeline": "a", "maxPerWeek": 0 """, "$.remediation.maxPerWeek", "a whole number from 1 to 100")]
    [InlineData(""" "pipeline": "a", "minimumRows": -1 """, "$.remediation.minimumRows", "a whole number from 0")]
    [InlineData(""" "pipeline": "a", "timeout": "59s" """, "$.remediation.timeout", "from PT1M to P31D")]
    [InlineData(""" "pipeline": "a", "dryRun": "no" """, "$.remediation.dryRun", "true or false")]
    [InlineData(""" "pipeline": "a", "dryrun": false """, "$.remediation.dryrun", "did you mean dryRun?")]
    [InlineData(""" "pipeline": "a", "parameters": ["window"] """, "$.remediation.parameters[0]", "one of Monitor, Window, Violations, Report")]
    [InlineData(""" "eventBus": "default", "parameters": [] """, "$.remediation.parameters", "is for pipelines")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "days": ["Saturday"] }] """, "$.remediation.maintenance[0].days[0]", "one of Mon, Tue")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "from": "25:00" }] """, "$.remediation.maintenance[0].from", "a time of the day in UTC")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "from": "9:00" }] """, "$.remediation.maintenance[0].from", "a time of the day in UTC")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "from": "24:00" }] """, "$.remediation.maintenance[0].from", "before 24:00")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "from": "08:00", "to": "08:00" }] """, "$.remediation.maintenance[0].to", "another time than from")]
    [InlineData(""" "pipeline": "a", "maintenance": [{ "until": "08:00" }] """, "$.remediation.maintenance[0].until", "unknown key")]
    public void Read_OneFault_IsReportedWithItsPath(string keys, string path, string message)
    {
        MonitorProblem problem = Assert.Single(Read(File(Alarm(remediate: true), keys)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AlarmThatRemediatesWithoutSection_IsReportedAtTheAlarm()
    {
        MonitorProblem problem = Assert.Single(Read(File($"{Alarm(remediate: false)}, {Alarm(remediate: true)}")).Problems);

        Assert.Equal("$.alarms[1].remediate", problem.Path);
        Assert.Contains("add a section remediation", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SectionThatNoAlarmStarts_IsReported()
    {
        MonitorProblem problem = Assert.Single(Read(File(Alarm(remediate: false), """ "pipeline": "a" """)).Problems);

        Assert.Equal("$.remediation", problem.Path);
        Assert.Contains("\"remediate\": true", problem.Message, StringComparison.Ordinal);
    }

    private static string Alarm(bool remediate) => $$"""{ "metric": "violations", "threshold": 0, "remediate": {{(remediate ? "true" : "false")}} }""";

    private static string File(string alarms, string? section = null) => $$"""
        { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, "alarms": [{{alarms}}]{{(section is null ? "" : $", \"remediation\": {{{section}}}")}} }
        """;

    private static RemediationSection ReadValid(string keys)
    {
        MonitorReading reading = Read(File(Alarm(remediate: true), keys));
        Assert.Empty(reading.Problems);
        return reading.Definition!.Remediation!;
    }

    private static MonitorReading Read(string text) => MonitorReader.Read(Encoding.UTF8.GetBytes(text));
}
