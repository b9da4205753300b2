using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Constructs;
using ModelMonitor.Contracts;

namespace ModelMonitor.Infra.Constructs;

/// <summary>How CloudFront keeps pages, what it tells browsers, and what it tells the function of a request.</summary>
internal sealed class SitePolicies : Construct
{
    private const double PageSeconds = 60;
    private const double LongestPageHours = 1;

    /// <param name="scope">The site.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="uniqueName">A name that nothing else of the account has.</param>
    public SitePolicies(Construct scope, string id, string uniqueName)
        : base(scope, id)
    {
        Pages = new CachePolicy(this, "Pages", new CachePolicyProps
        {
            CachePolicyName = uniqueName,
            Comment = "Pages change with every run.",
            MinTtl = Duration.Seconds(0),
            DefaultTtl = Duration.Seconds(PageSeconds),
            MaxTtl = Duration.Hours(LongestPageHours),
            EnableAcceptEncodingBrotli = true,
            EnableAcceptEncodingGzip = true,
        });
        Connection = new OriginRequestPolicy(this, "Connection", new OriginRequestPolicyProps
        {
            OriginRequestPolicyName = uniqueName,
            Comment = "Tells the function which version of TLS a viewer speaks.",
            HeaderBehavior = OriginRequestHeaderBehavior.AllowList("CloudFront-Viewer-TLS"),
        });
        // CloudFront keeps a page for a minute; a browser must not add time of its own, which without a header it would.
        PageHeaders = CreateHeaders("Headers", uniqueName, "no-cache");

        // No longer than a day: the answer that an asset is missing has the same header.
        AssetHeaders = CreateHeaders("AssetHeaders", uniqueName + "-assets", "max-age=86400");
    }

    /// <summary>Keeps pages for a minute; they are looked up by their path alone.</summary>
    public CachePolicy Pages { get; }

    /// <summary>Tells the version of TLS.</summary>
    public OriginRequestPolicy Connection { get; }

    /// <summary>The headers of every page: those of safety, and that browsers ask whether it is still the same.</summary>
    public ResponseHeadersPolicy PageHeaders { get; }

    /// <summary>The headers of what pages are made with, which browsers keep.</summary>
    public ResponseHeadersPolicy AssetHeaders { get; }

    private ResponseHeadersPolicy CreateHeaders(string id, string uniqueName, string caching) => new(this, id, new ResponseHeadersPolicyProps
    {
        ResponseHeadersPolicyName = uniqueName,
        SecurityHeadersBehavior = new ResponseSecurityHeadersBehavior
        {
            // Pages cannot forbid frames by themselves: browsers take that from a header only.
            ContentSecurityPolicy = new ResponseHeadersContentSecurityPolicy
            {
                ContentSecurityPolicy = $"{SitePolicy.ContentSecurityPolicy}; frame-ancestors 'none'",
                Override = true,
            },
            ContentTypeOptions = new ResponseHeadersContentTypeOptions { Override = true },
            FrameOptions = new ResponseHeadersFrameOptions { FrameOption = HeadersFrameOption.DENY, Override = true },
            ReferrerPolicy = new ResponseHeadersReferrerPolicy { ReferrerPolicy = HeadersReferrerPolicy.NO_REFERRER, Override = true },
            StrictTransportSecurity = new ResponseHeadersStrictTransportSecurity
            {
                AccessControlMaxAge = Duration.Days(365),
                IncludeSubdomains = false,
                Override = true,
            },
        },
        CustomHeadersBehavior = new ResponseCustomHeadersBehavior
        {
            CustomHeaders =
            [
                new ResponseCustomHeader { Header = "Cache-Control", Value = caching, Override = true },
                new ResponseCustomHeader { Header = "X-Robots-Tag", Value = "noindex", Override = true },
            ],
        },
    });
}
