using System.Text.Json.Nodes;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class BucketsTakeTlsOnly : ITemplateRule
{
    public string Explanation => "Captures hold what customers sent to a model; nobody may read or write them in clear text.";

    public string Violating => """
        { "B": { "Type": "AWS::S3::Bucket" },
          "P": { "Type": "AWS::S3::BucketPolicy", "Properties": { "Bucket": { "Ref": "B" }, "PolicyDocument": { "Statement": [
            { "Effect": "Deny", "Action": "s3:*", "Principal": { "AWS": "*" } } ] } } } }
        """;

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from bucket in template.OfType("AWS::S3::Bucket")
        where !template.OfType("AWS::S3::BucketPolicy").Any(policy =>
            TemplateResource.Refers(policy.At("Bucket"), bucket.Id)
            && JsonText.List(policy.At("PolicyDocument", "Statement")).Any(DeniesClearText))
        select $"{bucket} has no policy that denies requests without TLS.";

    /// <summary>Whether a statement of a policy denies all that comes without TLS.</summary>
    public static bool DeniesClearText(JsonNode statement) =>
        statement["Effect"]?.GetValue<string>() is "Deny"
        && JsonText.Of(statement["Condition"] ?? new JsonObject()).Contains("\"aws:SecureTransport\":\"false\"", StringComparison.Ordinal);
}
