using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class AlarmsAct : ITemplateRule
{
    private const string Single = "AWS::CloudWatch::Alarm";
    private const string Composite = "AWS::CloudWatch::CompositeAlarm";

    public string Explanation => "An alarm that notifies nobody, neither itself nor by one that stands for several, is a light in an empty room.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmActions": [] } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmActions": [ { "Ref": "T" } ], "ActionsEnabled": false } },
          "C": { "Type": "AWS::CloudWatch::CompositeAlarm", "Properties": { "AlarmRule": { "Fn::GetAtt": [ "A", "Arn" ] } } },
          "T": { "Type": "AWS::SNS::Topic" } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template)
    {
        TemplateResource[] acting = [.. template.OfType(Single).Concat(template.OfType(Composite)).Where(alarm => Acts(template, alarm))];
        return
        [
            .. from alarm in template.OfType(Single)
               where !acting.Any(acts => acts.Id == alarm.Id || TemplateResource.Refers(acts.At("AlarmRule"), alarm.Id))
               select $"{alarm} does not notify the deployment's topic.",
            .. from composite in template.OfType(Composite)
               where acting.All(acts => acts.Id != composite.Id)
               select $"{composite} does not notify the deployment's topic.",
        ];
    }

    private static bool Acts(Template template, TemplateResource alarm) =>
        alarm.TextAt("ActionsEnabled") is not "false"
        && template.OfType("AWS::SNS::Topic").Any(topic => TemplateResource.Refers(alarm.At("AlarmActions"), topic.Id));
}
