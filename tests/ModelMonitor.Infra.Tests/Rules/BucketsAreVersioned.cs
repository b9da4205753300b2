using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class BucketsAreVersioned : ITemplateRule
{
    private static readonly string[] Limits = ["NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"];

    public string Explanation => "A report that was overwritten or deleted can be brought back, and old versions do not pile up for ever.";

    public string Violating => """{ "B": { "Type": "AWS::S3::Bucket", "Properties": { "VersioningConfiguration": { "Status": "Enabled" } } } }""";

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from bucket in template.OfType("AWS::S3::Bucket")
           where bucket.TextAt("VersioningConfiguration", "Status") is not "Enabled"
           select $"{bucket} is not versioned.",
        .. from bucket in template.OfType("AWS::S3::Bucket")
           let rules = bucket.TextAt("LifecycleConfiguration", "Rules")
           from limit in Limits
           where !rules.Contains(limit, StringComparison.Ordinal)
           select $"{bucket} has no {limit}.",
    ];
}
