using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class QueuesAndTopicsTakeTlsOnly : ITemplateRule
{
    public string Explanation => "Dead letters quote errors, and errors may quote data.";

    public string Violating => """{ "Q": { "Type": "AWS::SQS::Queue" }, "T": { "Type": "AWS::SNS::Topic" } }""";

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
        Unprotected(template, "AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "Queues")
            .Concat(Unprotected(template, "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics"));

    private static IEnumerable<string> Unprotected(Template template, string type, string policyType, string property) =>
        from resource in template.OfType(type)
        where !template.OfType(policyType).Any(policy =>
            TemplateResource.Refers(policy.At(property), resource.Id)
            && JsonText.List(policy.At("PolicyDocument", "Statement")).Any(BucketsTakeTlsOnly.DeniesClearText))
        select $"{resource} has no policy that denies requests without TLS.";
}
