using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html,
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html.
/// </summary>
internal sealed class PoliciesFitTheirLimits : ITemplateRule
{
    private const int OwnCharacters = 10_240;
    private const int ManagedCharacters = 6_144;
    private const int ManagedOfRole = 10;
    private const int QueueStatements = 20;

    public string Explanation => "A policy that is too large is found out only when it is deployed.";

    public string Violating { get; } = $$"""
        { "Q": { "Type": "AWS::SQS::QueuePolicy", "Properties": { "PolicyDocument": { "Statement": [ {{Repeat("{}", 21)}} ] } } },
          "R": { "Type": "AWS::IAM::Role", "Properties": { "ManagedPolicyArns": [ {{Repeat("\"a\"", 11)}} ] } },
          "P": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": [ { "Ref": "R" } ],
            "PolicyDocument": { "Statement": [ {{Repeat("\"0123456789\"", 1_000)}} ] } } },
          "M": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "Roles": [ { "Ref": "R" } ],
            "PolicyDocument": { "Statement": [ {{Repeat("\"0123456789\"", 500)}} ] } } } }
        """;

    public int Flaws => 4;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from policy in template.OfType("AWS::SQS::QueuePolicy")
           let statements = JsonText.List(policy.At("PolicyDocument", "Statement")).Count()
           where statements > QueueStatements
           select $"{policy} has {statements} statements; SQS takes {QueueStatements}.",
        .. from policy in template.OfType("AWS::IAM::ManagedPolicy")
           let size = DeployedSize.Of(policy.At("PolicyDocument"))
           where size > ManagedCharacters
           select $"{policy} has about {size} characters; IAM takes {ManagedCharacters}.",
        .. from role in template.OfType("AWS::IAM::Role")
           let size = PoliciesOf(template, "AWS::IAM::Policy", role).Sum(policy => DeployedSize.Of(policy.At("PolicyDocument"))) + DeployedSize.Of(role.At("Policies"))
           where size > OwnCharacters
           select $"The policies of {role} have about {size} characters; IAM takes {OwnCharacters}.",
        .. from role in template.OfType("AWS::IAM::Role")
           let managed = PoliciesOf(template, "AWS::IAM::ManagedPolicy", role).Count() + JsonText.List(role.At("ManagedPolicyArns")).Count()
           where managed > ManagedOfRole
           select $"{role} has {managed} managed policies; IAM takes {ManagedOfRole}.",
    ];

    private static IEnumerable<TemplateResource> PoliciesOf(Template template, string type, TemplateResource role) =>
        template.OfType(type).Where(policy => TemplateResource.Refers(policy.At("Roles"), role.Id));

    private static string Repeat(string item, int times) => string.Join(',', Enumerable.Repeat(item, times));
}
