using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>The named list: actions that AWS cannot limit to a resource, keys below a prefix, configurations of endpoints, to read or of our own name, and executions of the state machine.</summary>
internal sealed class NoWildcardResources : ITemplateRule
{
    /// <summary>None of these takes a resource (Service Authorization Reference: X-Ray, CloudWatch Logs).</summary>
    private static readonly string[] ActionsWithoutResource =
    [
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
        "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
    ];

    private static readonly string[] ActionsOfKeys = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"];

    private static readonly string[] ActionsOfAnyConfiguration = ["sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"];

    private static readonly string[] ActionsOfOwnConfigurations =
        ["sagemaker:CreateEndpointConfig", "sagemaker:AddTags", "sagemaker:UpdateEndpoint"];

    private static readonly string[] ActionsOfExecutions =
        ["states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"];

    public string Explanation => "A role reaches its own resources only; in a bucket, keys below the prefixes of monitors only.";

    public string Violating => """
        { "P": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*" },
            { "Effect": "Allow", "Action": [ "xray:PutTraceSegments", "s3:ListAllMyBuckets" ], "Resource": "*" } ] } } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
        from allowed in PolicyStatements.Allowing(template)
        from resource in JsonText.List(allowed.Statement["Resource"]).Select(JsonText.Joined)
        where resource.Contains('*', StringComparison.Ordinal)
        let actions = JsonText.List(allowed.Statement["Action"]).Select(JsonText.Of).ToArray()
        where !IsNamed(resource, actions)
        select $"{allowed.Holder} allows {string.Join(", ", actions)} on {resource}.";

    private static bool IsNamed(string resource, string[] actions) =>
        (resource == "*" && actions.All(ActionsWithoutResource.Contains))
        || (IsBelowAPrefix(resource) && actions.All(ActionsOfKeys.Contains))
        || (resource.EndsWith("/baselines/*/calibration.json*", StringComparison.Ordinal) && actions.All(ActionsOfKeys.Contains))
        || (resource.EndsWith(":endpoint-config/*", StringComparison.Ordinal) && actions.All(ActionsOfAnyConfiguration.Contains))
        || (resource.EndsWith($":endpoint-config/{ConfiguredEndpoints.ConfigurationPrefix}*", StringComparison.Ordinal)
            && actions.All(ActionsOfOwnConfigurations.Contains))
        || (resource.EndsWith(":execution:REFERENCE/*", StringComparison.Ordinal) && actions.All(ActionsOfExecutions.Contains));

    /// <summary>Whether a resource is the objects of a bucket below a folder at least: <c>bucket/folder/*</c>.</summary>
    private static bool IsBelowAPrefix(string resource)
    {
        string[] parts = resource.Split('/');
        return parts.Length >= 3 && parts[^1] == "*" && parts[1..^1].All(part => part.Length > 0 && !part.Contains('*', StringComparison.Ordinal));
    }
}
