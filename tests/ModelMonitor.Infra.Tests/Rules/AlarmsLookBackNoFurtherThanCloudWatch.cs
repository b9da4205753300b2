using System.Globalization;
using System.Text.RegularExpressions;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed partial class AlarmsLookBackNoFurtherThanCloudWatch : ITemplateRule
{
    public string Explanation => "CloudWatch refuses an alarm over more than seven days, or over more than one with periods below an hour.";

    public string Violating => """
        { "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Period": 86400, "EvaluationPeriods": 8, "DatapointsToAlarm": 1 } },
          "B": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Period": 900, "EvaluationPeriods": 97 } },
          "C": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "Period": 60, "EvaluationPeriods": 1, "DatapointsToAlarm": 2 } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
        from alarm in template.OfType("AWS::CloudWatch::Alarm")
        let periods = Number(alarm.TextAt("EvaluationPeriods"))
        let period = PeriodProperty().Matches(JsonText.Of(alarm.Properties)).Max(match => Number(match.Groups[1].Value))
        let days = period < 3600 ? 1 : 7
        where period * periods > days * 86_400 || Number(alarm.TextAt("DatapointsToAlarm")) > periods
        select $"{alarm} looks at {periods} periods of {period} seconds.";

    private static long Number(string text) => text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"Period\":([0-9]+)")]
    private static partial Regex PeriodProperty();
}
