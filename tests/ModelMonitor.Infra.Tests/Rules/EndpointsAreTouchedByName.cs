using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class EndpointsAreTouchedByName : ITemplateRule
{
    private static readonly string[] Reading = ["sagemaker:DescribeEndpoint", "sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"];

    public string Explanation =>
        "An endpoint serves customers: only those are updated that a monitor names, only by configurations of our own name, and a role is passed on to SageMaker alone.";

    public string Violating => """
        { "P": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:UpdateEndpoint", "Resource": "arn:aws:sagemaker:us-east-1:1:endpoint/churn*" },
            { "Effect": "Allow", "Action": "sagemaker:CreateEndpointConfig", "Resource": "arn:aws:sagemaker:us-east-1:1:endpoint-config/production" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::1:role/endpoint" } ] } } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from allowed in PolicyStatements.Allowing(template)
           from action in JsonText.List(allowed.Statement["Action"]).Select(JsonText.Of)
           where action.StartsWith("sagemaker:", StringComparison.Ordinal) && action.Contains("Endpoint", StringComparison.Ordinal) && !Reading.Contains(action)
           from resource in JsonText.List(allowed.Statement["Resource"]).Select(JsonText.Joined)
           where !IsNamedEndpoint(resource) && !resource.EndsWith($":endpoint-config/{ConfiguredEndpoints.ConfigurationPrefix}*", StringComparison.Ordinal)
           select $"{allowed.Holder} allows {action} on {resource}.",
        .. from allowed in PolicyStatements.Allowing(template)
           where JsonText.List(allowed.Statement["Action"]).Select(JsonText.Of).Contains("iam:PassRole")
           where allowed.Statement["Condition"]?["StringEquals"]?["iam:PassedToService"] is null
           select $"{allowed.Holder} passes roles on to any service.",
    ];

    private static bool IsNamedEndpoint(string resource) =>
        resource.Contains(":endpoint/", StringComparison.Ordinal) && !resource.Contains('*', StringComparison.Ordinal);
}
