using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html.</summary>
internal sealed class EventPatternsFitTheirLimit : ITemplateRule
{
    private const int Characters = 2_048;

    public string Explanation => "A pattern that is too long is found out only when it is deployed.";

    public string Violating { get; } = $$"""
        { "R": { "Type": "AWS::Events::Rule", "Properties": { "EventPattern": { "source": [ "aws.sagemaker" ], "detail": {
            "EndpointName": [ {{string.Join(',', Enumerable.Repeat("\"0123456789\"", 160))}} ] } } } } }
        """;

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from rule in template.OfType("AWS::Events::Rule")
        let pattern = rule.At("EventPattern")
        where pattern is not null
        let size = DeployedSize.Of(pattern)
        where size > Characters
        select $"The event pattern of {rule} has about {size} characters; EventBridge takes {Characters}.";
}
