using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class AlarmsExplainThemselves : ITemplateRule
{
    /// <summary>What CloudWatch takes, less what names of resources are longer than the word that stands for them.</summary>
    private const int LongestDescription = 1024 - 100;

    public string Explanation => "Who is woken at night reads what happened and where it says what to do.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmDescription": "Something is wrong." } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": {} } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm").Concat(template.OfType("AWS::CloudWatch::CompositeAlarm"))
        let description = RunbookLink.DescriptionOf(alarm)
        where description.Length is 0 or > LongestDescription || RunbookLink.AnchorOf(description) is null
        select $"{alarm} has no description with a link to the runbook: '{description}'.";
}
