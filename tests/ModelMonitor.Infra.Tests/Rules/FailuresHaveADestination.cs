using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class FailuresHaveADestination : ITemplateRule
{
    public string Explanation => "An event that no retry could handle is kept for people to see, not dropped.";

    public string Violating => """
        { "F": { "Type": "AWS::Lambda::Function", "Properties": {} },
          "R": { "Type": "AWS::Events::Rule", "Properties": { "Targets": [ { "Id": "Target0", "Arn": "a" } ] } } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from function in template.OfType("AWS::Lambda::Function")
           where !IsQueue(template, function.TextAt("DeadLetterConfig", "TargetArn"))
           select $"{function} has no dead-letter queue.",
        .. from rule in template.OfType("AWS::Events::Rule")
           from target in JsonText.List(rule.At("Targets"))
           where !IsQueue(template, target["DeadLetterConfig"] is { } config ? JsonText.Of(config) : "")
           select $"{rule} has a target without a dead-letter queue.",
    ];

    private static bool IsQueue(Template template, string reference) =>
        template.OfType("AWS::SQS::Queue").Any(queue => reference.Contains($"\"{queue.Id}\"", StringComparison.Ordinal));
}
