using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class NoCustomResources : ITemplateRule
{
    public string Explanation => "A custom resource is another function with rights of its own, that can hang a deployment for an hour.";

    public string Violating => """{ "C": { "Type": "Custom::S3BucketNotifications", "Properties": { "ServiceToken": "arn" } } }""";

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from resource in template.Resources
        where resource.At("ServiceToken") is not null || !resource.Type.StartsWith("AWS::", StringComparison.Ordinal)
        select $"{resource} is a custom resource.";
}
