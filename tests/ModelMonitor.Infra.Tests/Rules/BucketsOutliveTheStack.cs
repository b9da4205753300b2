using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class BucketsOutliveTheStack : ITemplateRule
{
    public string Explanation => "cdk destroy removes machinery, never data.";

    public string Violating => """{ "B": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Delete" } }""";

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        where bucket.DeletionPolicy is not "Retain"
        select $"{bucket} would be deleted with the stack.";
}
