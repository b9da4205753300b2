using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class AlarmsSayWhatMissingDataMeans : ITemplateRule
{
    public string Explanation => "The default, an alarm that keeps quiet for want of data, is how monitoring dies unnoticed.";

    public string Violating => """{ "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Threshold": 1 } } }""";

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        where alarm.TextAt("TreatMissingData") is not ("breaching" or "notBreaching" or "ignore" or "missing")
        select $"{alarm} does not say what missing data means.";
}
