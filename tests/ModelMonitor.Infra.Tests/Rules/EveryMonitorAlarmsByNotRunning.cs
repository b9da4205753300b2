using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class EveryMonitorAlarmsByNotRunning : ITemplateRule
{
    public string Explanation => "A monitor that silently stopped looks just like a model without drift.";

    public string Violating => """
        { "Rule": { "Type": "AWS::Events::Rule", "Properties": { "ScheduleExpression": "cron(0 * ? * * *)",
            "Targets": [ { "InputTransformer": { "InputTemplate": "{\"monitor\":\"churn\",\"time\":<time>}" } } ] } },
          "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "MetricName": "run_completed", "TreatMissingData": "missing",
            "Dimensions": [ { "Name": "Monitor", "Value": "churn" } ] } } }
        """;

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from rule in template.OfType("AWS::Events::Rule")
        where rule.At("ScheduleExpression") is not null && ScheduleInput.IsOfMonitor(rule)
        let monitor = ScheduleInput.Of(rule).Monitor
        where !template.OfType("AWS::CloudWatch::Alarm").Any(alarm => AlarmsByNotRunning(alarm, monitor))
        select $"{rule}: nothing alarms when the monitor {monitor} does not run.";

    private static bool AlarmsByNotRunning(TemplateResource alarm, string monitor) =>
        alarm.TextAt("MetricName") is MetricNames.RunCompleted
        && alarm.TextAt("TreatMissingData") is "breaching"
        && alarm.TextAt("ComparisonOperator") is "LessThanThreshold"
        && alarm.TextAt("Threshold") is "1"
        && alarm.TextAt("Dimensions").Contains($"{{\"Name\":\"{MetricDimensions.Monitor}\",\"Value\":\"{monitor}\"}}", StringComparison.Ordinal);
}
