using System.Text.Json.Nodes;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class DistributionsAreForFewAndSafe : ITemplateRule
{
    public string Explanation => "Reports tell what customers sent: only chosen viewers see them, over TLS, from a private bucket, and it is kept who did.";

    public string Violating => """
        { "D": { "Type": "AWS::CloudFront::Distribution", "Properties": { "DistributionConfig": {
            "Origins": [ { "Id": "o", "DomainName": "b.s3.amazonaws.com" } ],
            "DefaultCacheBehavior": { "TargetOriginId": "o", "ViewerProtocolPolicy": "allow-all" },
            "ViewerCertificate": { "AcmCertificateArn": "arn", "MinimumProtocolVersion": "TLSv1" } } } } }
        """;

    public int Flaws => 6;

    public IEnumerable<string> FindViolations(Template template) =>
        from distribution in template.OfType("AWS::CloudFront::Distribution")
        from violation in Violations(distribution.At("DistributionConfig")!)
        select $"{distribution} {violation}";

    private static IEnumerable<string> Violations(JsonNode config)
    {
        JsonNode[] behaviors = [config["DefaultCacheBehavior"]!, .. JsonText.List(config["CacheBehaviors"])];
        return
        [
            .. JsonText.List(config["Origins"]).Where(origin => origin["OriginAccessControlId"] is null).Select(_ => "has an origin without access control."),
            .. behaviors.Where(behavior => TextOf(behavior, "ViewerProtocolPolicy") is not ("https-only" or "redirect-to-https"))
                .Select(_ => "serves clear text."),
            .. behaviors.Where(behavior => behavior["TrustedKeyGroups"] is null && !HasFunction(behavior)).Select(_ => "is open to everyone."),
            .. behaviors.Where(behavior => behavior["ResponseHeadersPolicyId"] is null).Select(_ => "sends no security headers."),

            // At CloudFront's own domain the function does it, which its tests show.
            .. config["ViewerCertificate"] is { } certificate && TextOf(certificate, "MinimumProtocolVersion") is not "TLSv1.2_2021"
                ? (string[])["goes with an old TLS."] : [],
            .. config["Logging"]?["Bucket"] is null ? (string[])["keeps no log."] : [],
        ];
    }

    private static bool HasFunction(JsonNode behavior) =>
        JsonText.List(behavior["FunctionAssociations"]).Any(function => TextOf(function, "EventType") == "viewer-request");

    private static string? TextOf(JsonNode node, string name) => node[name]?.GetValue<string>();
}
