using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class BucketsArePrivate : ITemplateRule
{
    private static readonly string[] Blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    public string Explanation => "No mistake in a policy may make captures public.";

    public string Violating => """
        { "B": { "Type": "AWS::S3::Bucket", "Properties": { "PublicAccessBlockConfiguration":
            { "BlockPublicAcls": true, "BlockPublicPolicy": false, "IgnorePublicAcls": true, "RestrictPublicBuckets": true } } } }
        """;

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        from block in Blocks
        where bucket.TextAt("PublicAccessBlockConfiguration", block) is not "true"
        select $"{bucket} does not set {block}.";
}
