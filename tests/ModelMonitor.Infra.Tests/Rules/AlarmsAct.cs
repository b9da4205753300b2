using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class AlarmsAct : ITemplateRule
{
    public string Explanation => "An alarm that notifies nobody is a light in an empty room.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmActions": [] } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmActions": [ { "Ref": "T" } ], "ActionsEnabled": false } },
          "T": { "Type": "AWS::SNS::Topic" } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        where alarm.TextAt("ActionsEnabled") is "false"
            || !template.OfType("AWS::SNS::Topic").Any(topic => TemplateResource.Refers(alarm.At("AlarmActions"), topic.Id))
        select $"{alarm} does not notify the deployment's topic.";
}
