using System.Net;

namespace ModelMonitor.Infra.Configuration;

/// <summary>How the website of reports is put before viewers. At least one of <see cref="Viewers"/> and <see cref="PublicKey"/> is given.</summary>
internal sealed record ReportSiteSettings
{
    /// <summary>The networks whose viewers may look; empty when signed cookies alone decide.</summary>
    public IReadOnlyList<IPNetwork> Viewers { get; init; } = [];

    /// <summary>The public key, PEM, that signed cookies are checked with; null when the viewer's address alone decides.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The name of a domain of the owner's; null for CloudFront's.</summary>
    public string? Domain { get; init; }

    /// <summary>The ARN of the domain's certificate, in us-east-1; null without a domain.</summary>
    public string? CertificateArn { get; init; }
}
