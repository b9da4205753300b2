using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class AlarmsExplainThemselves : ITemplateRule
{
    /// <summary>What CloudWatch takes.</summary>
    private const int LongestDescription = 1024;

    public string Explanation => "Who is woken at night reads what happened and where it says what to do.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmDescription": "Something is wrong." } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": {} } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        let description = alarm.TextAt("AlarmDescription")
        where description.Length is 0 or > LongestDescription || RunbookLink.AnchorOf(description) is null
        select $"{alarm} has no description with a link to the runbook: '{description}'.";
}
