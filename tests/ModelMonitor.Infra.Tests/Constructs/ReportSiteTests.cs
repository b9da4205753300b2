using System.Text.Json.Nodes;
using ModelMonitor.Contracts;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Constructs;

[Collection(SynthesisCollection.Name)]
public sealed class ReportSiteTests(Deployments deployments)
{
    private const string Distribution = "AWS::CloudFront::Distribution";

    [Fact]
    public void Site_UnlessItIsTurnedOn_IsNotThere()
    {
        Assert.DoesNotContain(deployments.Plain.Template.Resources, resource => resource.Type.StartsWith("AWS::CloudFront::", StringComparison.Ordinal));
        Assert.DoesNotContain("cloudfront", deployments.Plain.Template.OfType("AWS::S3::BucketPolicy").Select(policy => policy.TextAt("PolicyDocument")).Aggregate(string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public void Bucket_OfTheSite_LetsThisDistributionReadPagesAndNothingElse()
    {
        Template template = deployments.Site.Template;
        TemplateResource distribution = Assert.Single(template.OfType(Distribution));

        JsonNode statement = Assert.Single(
            template.OfType("AWS::S3::BucketPolicy").SelectMany(policy => JsonText.List(policy.At("PolicyDocument", "Statement"))),
            statement => JsonText.Of(statement).Contains("cloudfront.amazonaws.com", StringComparison.Ordinal));

        Assert.Equal("s3:GetObject", JsonText.Of(statement["Action"]!));
        Assert.Equal("REFERENCE/site/*", JsonText.Joined(statement["Resource"]!));
        JsonNode source = statement["Condition"]!["StringEquals"]!["aws:SourceArn"]!;
        Assert.Equal("arn:REFERENCE:cloudfront::REFERENCE:distribution/REFERENCE", JsonText.Joined(source));
        Assert.True(TemplateResource.Refers(source, distribution.Id));
    }

    [Fact]
    public void Distribution_LooksForPagesBelowTheSitesPrefix()
    {
        TemplateResource distribution = Assert.Single(deployments.Site.Template.OfType(Distribution));
        JsonNode origin = Assert.Single(JsonText.List(distribution.At("DistributionConfig", "Origins")));

        Assert.Equal("/site", origin["OriginPath"]!.GetValue<string>());
        Assert.Equal("", origin["S3OriginConfig"]!["OriginAccessIdentity"]!.GetValue<string>());
        Assert.Equal("index.html", distribution.TextAt("DistributionConfig", "DefaultRootObject"));
        Assert.Equal("always", Assert.Single(deployments.Site.Template.OfType("AWS::CloudFront::OriginAccessControl")).TextAt("OriginAccessControlConfig", "SigningBehavior"));
    }

    [Fact]
    public void Distribution_OfWhatIsNotThere_ShowsThePageForIt()
    {
        JsonNode[] errors = [.. JsonText.List(Assert.Single(deployments.Site.Template.OfType(Distribution)).At("DistributionConfig", "CustomErrorResponses"))];

        Assert.Equal([403, 404], errors.Select(error => error["ErrorCode"]!.GetValue<int>()));
        Assert.All(errors, error => Assert.Equal(404, error["ResponseCode"]!.GetValue<int>()));
        Assert.All(errors, error => Assert.Equal(ObjectKeys.SiteMissing, "site" + error["ResponsePagePath"]!.GetValue<string>()));
    }

    [Fact]
    public void Distribution_OfSettingsWithAKeyAndADomain_AsksForCookiesAndHasTheDomain()
    {
        Template template = deployments.Site.Template;
        TemplateResource distribution = Assert.Single(template.OfType(Distribution));
        TemplateResource keys = Assert.Single(template.OfType("AWS::CloudFront::KeyGroup"));

        Assert.All(Behaviors(distribution), behavior => Assert.True(TemplateResource.Refers(behavior["TrustedKeyGroups"], keys.Id)));
        Assert.Equal("""["models.example.com"]""", distribution.TextAt("DistributionConfig", "Aliases"));
        Assert.Equal("TLSv1.2_2021", distribution.TextAt("DistributionConfig", "ViewerCertificate", "MinimumProtocolVersion"));
        Assert.Equal(
            Deployments.PublicKey, Assert.Single(template.OfType("AWS::CloudFront::PublicKey")).TextAt("PublicKeyConfig", "EncodedKey"));
        Assert.Subset(template.Outputs.ToHashSet(), new HashSet<string> { "ReportSiteUrl", "ReportSiteDomain", "ReportSiteKeyPairId" });
    }

    [Fact]
    public void Distribution_OfSettingsWithNetworksOnly_AsksForNoCookies()
    {
        Template template = deployments.PlainSite.Template;

        Assert.All(Behaviors(Assert.Single(template.OfType(Distribution))), behavior => Assert.Null(behavior["TrustedKeyGroups"]));
        Assert.Contains("ReportSiteUrl", template.Outputs);
        Assert.DoesNotContain("ReportSiteKeyPairId", template.Outputs);
    }

    [Fact]
    public void Function_OfTheSite_KnowsTheNetworksAndTheVersionOfTls()
    {
        Template template = deployments.Site.Template;
        TemplateResource function = Assert.Single(template.OfType("AWS::CloudFront::Function"));
        TemplateResource connection = Assert.Single(template.OfType("AWS::CloudFront::OriginRequestPolicy"));

        Assert.StartsWith("const viewers = { v4: [[24,51968,28928]], v6: [[33,8193,3512,0]] };\n", function.TextAt("FunctionCode"), StringComparison.Ordinal);
        Assert.Equal("cloudfront-js-2.0", function.TextAt("FunctionConfig", "Runtime"));
        Assert.Contains("CloudFront-Viewer-TLS", connection.TextAt("OriginRequestPolicyConfig"), StringComparison.Ordinal);
        Assert.All(Behaviors(Assert.Single(template.OfType(Distribution))), behavior =>
        {
            Assert.True(TemplateResource.Refers(behavior["OriginRequestPolicyId"], connection.Id));
            Assert.True(TemplateResource.Refers(behavior["FunctionAssociations"], function.Id));
        });
    }

    [Fact]
    public void Headers_OfTheSite_SayWhatItsPagesSayAndForbidFrames()
    {
        TemplateResource[] policies = [.. deployments.Site.Template.OfType("AWS::CloudFront::ResponseHeadersPolicy")];

        Assert.Equal(2, policies.Length);
        Assert.All(policies, headers => Assert.Equal(
            $"{SitePolicy.ContentSecurityPolicy}; frame-ancestors 'none'",
            headers.TextAt("ResponseHeadersPolicyConfig", "SecurityHeadersConfig", "ContentSecurityPolicy", "ContentSecurityPolicy")));
        Assert.All(policies, headers => Assert.Equal(
            "DENY", headers.TextAt("ResponseHeadersPolicyConfig", "SecurityHeadersConfig", "FrameOptions", "FrameOption")));
    }

    [Theory]
    [InlineData(0, "no-cache")]
    [InlineData(1, "max-age=86400")]
    public void Browsers_AskForPagesAnewAndKeepAssets(int behavior, string caching)
    {
        Template template = deployments.Site.Template;
        JsonNode[] behaviors = [.. Behaviors(Assert.Single(template.OfType(Distribution)))];

        TemplateResource headers = Assert.Single(
            template.OfType("AWS::CloudFront::ResponseHeadersPolicy"),
            headers => TemplateResource.Refers(behaviors[behavior]["ResponseHeadersPolicyId"], headers.Id));
        JsonNode header = Assert.Single(
            JsonText.List(headers.At("ResponseHeadersPolicyConfig", "CustomHeadersConfig", "Items")),
            item => item["Header"]!.GetValue<string>() == "Cache-Control");
        Assert.Equal(caching, header["Value"]!.GetValue<string>());
        Assert.True(header["Override"]!.GetValue<bool>());
    }

    [Fact]
    public void Logs_OfTheSite_HoldNoCookiesAndEndAfterTheDaysOfAllLogs()
    {
        Template template = deployments.Site.Template;
        TemplateResource distribution = Assert.Single(template.OfType(Distribution));
        TemplateResource logs = template.OfType("AWS::S3::Bucket")
            .Single(bucket => TemplateResource.Refers(distribution.At("DistributionConfig", "Logging", "Bucket"), bucket.Id));

        Assert.Equal("false", distribution.TextAt("DistributionConfig", "Logging", "IncludeCookies"));
        Assert.Contains("\"ExpirationInDays\":30", logs.TextAt("LifecycleConfiguration", "Rules"), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Behaviors(TemplateResource distribution) =>
        [distribution.At("DistributionConfig", "DefaultCacheBehavior")!, .. JsonText.List(distribution.At("DistributionConfig", "CacheBehaviors"))];
}
