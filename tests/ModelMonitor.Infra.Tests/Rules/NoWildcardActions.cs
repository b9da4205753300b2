using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class NoWildcardActions : ITemplateRule
{
    public string Explanation => "A role may do what its work needs, each action by name; and no policy of AWS's own, which say more.";

    public string Violating => """
        { "P": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::bucket" } ] } } },
          "R": { "Type": "AWS::IAM::Role", "Properties": { "ManagedPolicyArns": [ "arn:aws:iam::aws:policy/AdministratorAccess" ] } } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from allowed in PolicyStatements.Allowing(template)
           from action in JsonText.List(allowed.Statement["Action"])
           where JsonText.Of(action).Contains('*', StringComparison.Ordinal)
           select $"{allowed.Holder} allows {JsonText.Of(action)}.",
        .. from role in template.OfType("AWS::IAM::Role")
           where role.At("ManagedPolicyArns") is not null
           select $"{role} has a managed policy.",
    ];
}
