using System.Text.Json.Nodes;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>What starts things outside of the deployment: pipelines, other state machines, whatever listens on a bus.</summary>
internal sealed class RolesStartWhatIsNamedOnly : ITemplateRule
{
    private const string StartPipeline = "sagemaker:StartPipelineExecution";
    private const string StartMachine = "states:StartExecution";
    private const string PutEvents = "events:PutEvents";

    private static readonly string[] Starting = [StartPipeline, StartMachine, PutEvents];

    public string Explanation =>
        "What retrains models is started by the role of a state machine or a rule, by its full name; and the end of what can be started is watched.";

    public string Violating => """
        { "F": { "Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": { "Statement": [ { "Principal": { "Service": "lambda.amazonaws.com" } } ] },
            "Policies": [ { "PolicyDocument": { "Statement": [
              { "Effect": "Allow", "Action": "events:PutEvents", "Resource": "arn:aws:events:us-east-1:123456789012:event-bus/default" } ] } } ] } },
          "S": { "Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": { "Statement": [ { "Principal": { "Service": "states.amazonaws.com" } } ] },
            "Policies": [ { "PolicyDocument": { "Statement": [
              { "Effect": "Allow", "Action": "states:StartExecution", "Resource": "arn:aws:states:us-east-1:123456789012:stateMachine:*" },
              { "Effect": "Allow", "Action": "sagemaker:StartPipelineExecution", "Resource": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/unwatched" },
              { "Effect": "Allow", "Action": "sagemaker:StartPipelineExecution", "Resource": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/watched" } ] } } ] } },
          "R": { "Type": "AWS::Events::Rule", "Properties": { "EventPattern": { "source": [ "aws.sagemaker" ], "detail": {
            "pipelineArn": [ "arn:aws:sagemaker:us-east-1:123456789012:pipeline/watched" ] } } } } }
        """;

    public int Flaws => 3;

    public IEnumerable<string> FindViolations(Template template) =>
        from allowed in PolicyStatements.Allowing(template)
        from action in JsonText.List(allowed.Statement["Action"]).Select(JsonText.Of).Intersect(Starting)
        from resource in JsonText.List(allowed.Statement["Resource"])
        let fault = FindFault(template, allowed.Holder, action, resource)
        where fault is not null
        select $"{allowed.Holder} allows {action} on {JsonText.Joined(resource)}: {fault}.";

    private static string? FindFault(Template template, TemplateResource holder, string action, JsonNode resource) =>
        !IsForStarting(template, holder) ? "it is no role of a state machine or a rule"
        : JsonText.Joined(resource).Contains('*', StringComparison.Ordinal) ? "it is more than one"
        : action == StartPipeline && !IsWatched(template, resource) ? "nothing watches its end"
        : null;

    private static bool IsForStarting(Template template, TemplateResource holder) => template.OfType("AWS::IAM::Role")
        .Where(role => role.Id == holder.Id || TemplateResource.Refers(holder.At("Roles"), role.Id))
        .All(role => role.TextAt("AssumeRolePolicyDocument") is { } trust
            && (trust.Contains("states.amazonaws.com", StringComparison.Ordinal) || trust.Contains("events.amazonaws.com", StringComparison.Ordinal)));

    private static bool IsWatched(Template template, JsonNode pipeline) => template.OfType("AWS::Events::Rule")
        .SelectMany(rule => JsonText.List(rule.At("EventPattern", "detail", "pipelineArn")))
        .Any(watched => JsonText.Joined(watched) == JsonText.Joined(pipeline));
}
