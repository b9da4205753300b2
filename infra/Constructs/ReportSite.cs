using System.Security.Cryptography;
using System.Text;
using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using ModelMonitor.Contracts;
using ModelMonitor.Infra.Configuration;
using Function = Amazon.CDK.AWS.CloudFront.Function;
using FunctionProps = Amazon.CDK.AWS.CloudFront.FunctionProps;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Puts CloudFront before the website of reports, and nothing else of the artifacts' bucket, for those who may look.</summary>
/// <remarks>
/// What is named here is named after the stack's id: CloudFront's names are one set for all regions of an account.
/// </remarks>
internal sealed class ReportSite : Construct
{
    private readonly ReportSiteSettings _settings;
    private readonly string _uniqueName;
    private readonly Distribution _distribution;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="artifacts">The bucket that the site is in.</param>
    /// <param name="settings">Who may look, and at which address.</param>
    /// <param name="logRetentionDays">How long it is kept who looked.</param>
    public ReportSite(Construct scope, string id, Bucket artifacts, ReportSiteSettings settings, int logRetentionDays)
        : base(scope, id)
    {
        _settings = settings;
        _uniqueName = Fn.Join("-", ["modelmonitor", Fn.Select(2, Fn.Split("/", Aws.STACK_ID))]);
        SitePolicies policies = new(this, "Policies", _uniqueName);
        IOrigin origin = S3BucketOrigin.WithBucketDefaults(artifacts, new OriginProps { OriginPath = "/" + ObjectKeys.Site.TrimEnd('/') });
        FunctionAssociation[] functions = [CreateFunction()];
        IKeyGroup[]? keys = settings.PublicKey is null ? null : [CreateKeyGroup(settings.PublicKey)];
        BehaviorOptions Behavior(ICachePolicy cache, IResponseHeadersPolicy headers) => new()
        {
            Origin = origin,
            ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            AllowedMethods = AllowedMethods.ALLOW_GET_HEAD,
            Compress = true,
            CachePolicy = cache,
            OriginRequestPolicy = policies.Connection,
            ResponseHeadersPolicy = headers,
            FunctionAssociations = functions,
            TrustedKeyGroups = keys,
        };
        _distribution = new Distribution(this, "Distribution", new DistributionProps
        {
            Comment = "Reports of ModelMonitor.",
            DefaultRootObject = Path.GetFileName(ObjectKeys.SiteIndex),
            DefaultBehavior = Behavior(policies.Pages, policies.PageHeaders),
            AdditionalBehaviors = new Dictionary<string, IBehaviorOptions>(StringComparer.Ordinal)
            {
                // Their names hold a hash of their content.
                [$"{ObjectKeys.SiteAssets[ObjectKeys.Site.Length..]}*"] = Behavior(CachePolicy.CACHING_OPTIMIZED, policies.AssetHeaders),
            },
            ErrorResponses = [NotThere(403), NotThere(404)],
            HttpVersion = HttpVersion.HTTP2_AND_3,
            PriceClass = PriceClass.PRICE_CLASS_ALL,
            EnableLogging = true,
            LogBucket = new SiteLogs(this, "Logs", logRetentionDays).Bucket,
            LogIncludesCookies = false,
            Certificate = settings.CertificateArn is null ? null : Certificate.FromCertificateArn(this, "Certificate", settings.CertificateArn),
            DomainNames = settings.Domain is null ? null : [settings.Domain],
            MinimumProtocolVersion = SecurityPolicyProtocol.TLS_V1_2_2021,
        });
        SignRequests();
        AllowReading(artifacts);
        Address = $"https://{settings.Domain ?? DistributionDomain}";
    }

    /// <summary>The address of the site, without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>CloudFront's own name of the site, which a domain of the owner's must point to.</summary>
    public string DistributionDomain => _distribution.DistributionDomainName;

    /// <summary>What cookies name the key by that they are signed with; null when none are asked for.</summary>
    public string? KeyPairId { get; private set; }

    /// <summary>
    /// Signs what CloudFront asks the bucket for. The library's own way to it would open the whole bucket to the distribution,
    /// and of the plain origin the library does not pass it on.
    /// </summary>
    private void SignRequests()
    {
        S3OriginAccessControl access = new(this, "Access", new S3OriginAccessControlProps
        {
            OriginAccessControlName = _uniqueName,
            Signing = Signing.SIGV4_ALWAYS,
        });
        ((CfnDistribution)_distribution.Node.DefaultChild!).AddPropertyOverride(
            "DistributionConfig.Origins.0.OriginAccessControlId", access.OriginAccessControlId);
    }

    private FunctionAssociation CreateFunction() => new()
    {
        EventType = FunctionEventType.VIEWER_REQUEST,
        Function = new Function(this, "ViewerRequest", new FunctionProps
        {
            FunctionName = _uniqueName,
            Comment = "Who may look at the reports, and pages of folders.",
            Runtime = FunctionRuntime.JS_2_0,
            Code = FunctionCode.FromInline(ViewerRequestCode.Compose(_settings.Viewers)),
        }),
    };

    /// <summary>A key cannot be changed, so its constructs are named by its content: another is another resource.</summary>
    private KeyGroup CreateKeyGroup(string pem)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(pem)), 0, 4);
        PublicKey key = new(this, $"Key{hash}", new PublicKeyProps { PublicKeyName = $"{_uniqueName}-{hash}", EncodedKey = pem });
        KeyPairId = key.PublicKeyId;
        return new KeyGroup(this, "Keys", new KeyGroupProps { KeyGroupName = _uniqueName, Items = [key] });
    }

    /// <summary>S3 answers 403 for what is missing to who may not list, as nobody may here.</summary>
    private static ErrorResponse NotThere(double status) => new()
    {
        HttpStatus = status,
        ResponseHttpStatus = 404,
        ResponsePagePath = "/" + ObjectKeys.SiteMissingPath,
        Ttl = Duration.Seconds(10),
    };

    private void AllowReading(Bucket artifacts) => artifacts.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
    {
        Sid = "ReportSite",
        Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
        Actions = ["s3:GetObject"],
        Resources = [artifacts.ArnForObjects(ObjectKeys.Site + "*")],
        Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["aws:SourceArn"] = Stack.Of(this).FormatArn(new ArnComponents
                {
                    Service = "cloudfront",
                    Region = "",
                    Resource = "distribution",
                    ResourceName = _distribution.DistributionId,
                }),
            },
        },
    }));
}
