using System.Text.Json.Nodes;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>Finds what a template allows roles to do.</summary>
internal static class PolicyStatements
{
    /// <summary>All statements that allow something, with the resource that holds them.</summary>
    public static IEnumerable<(TemplateResource Holder, JsonNode Statement)> Allowing(Template template) =>
        from holder in template.OfType("AWS::IAM::Policy").Concat(template.OfType("AWS::IAM::ManagedPolicy")).Concat(template.OfType("AWS::IAM::Role"))
        from document in JsonText.List(holder.At("PolicyDocument"))
            .Concat(JsonText.List(holder.At("Policies")).Select(policy => policy["PolicyDocument"]!))
        from statement in JsonText.List(document["Statement"])
        where statement["Effect"]?.GetValue<string>() is "Allow"
        select (holder, statement);
}
