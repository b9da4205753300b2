using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class BucketsAndQueuesAreEncrypted : ITemplateRule
{
    public string Explanation => "Data at rest is encrypted, and the template says so rather than trust a default.";

    public string Violating => """{ "B": { "Type": "AWS::S3::Bucket" }, "Q": { "Type": "AWS::SQS::Queue" } }""";

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from bucket in template.OfType("AWS::S3::Bucket")
           where !bucket.TextAt("BucketEncryption").Contains("SSEAlgorithm", StringComparison.Ordinal)
           select $"{bucket} states no encryption.",
        .. from queue in template.OfType("AWS::SQS::Queue")
           where queue.TextAt("SqsManagedSseEnabled") is not "true" && queue.At("KmsMasterKeyId") is null
           select $"{queue} states no encryption.",
    ];
}
