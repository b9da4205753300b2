using ModelMonitor.Contracts;

namespace ModelMonitor.Remediation;

/// <summary>The addresses in messages.</summary>
/// <param name="Bucket">The bucket of the artifacts; empty where they are in a folder.</param>
/// <param name="Pages">What the addresses of the pages of reports begin with; null where nobody can see them.</param>
/// <param name="Runbook">The section of the runbook that tells what to do.</param>
internal sealed record RemediationLinks(string Bucket, string? Pages, string Runbook)
{
    /// <summary>The address of an object or a folder.</summary>
    public string AddressOf(string key) => Bucket.Length == 0 ? key : $"s3://{Bucket}/{key}";

    /// <summary>Where the page of a run is seen in a browser; null where it is not.</summary>
    public string? PageOf(string monitor, DateTimeOffset windowStart) =>
        Pages is null ? null : Pages + ObjectKeys.SiteRun(monitor, windowStart)[ObjectKeys.Site.Length..];
}
