using ModelMonitor.Contracts;

namespace ModelMonitor.Remediation;

/// <summary>The addresses in messages.</summary>
/// <param name="Bucket">The bucket of the artifacts; empty where they are in a folder.</param>
/// <param name="Region">Its region.</param>
/// <param name="Runbook">The page of the runbook that tells what to do.</param>
public sealed record RemediationLinks(string Bucket, string Region, string Runbook)
{
    /// <summary>The address of an object or a folder.</summary>
    public string AddressOf(string key) => Bucket.Length == 0 ? key : $"s3://{Bucket}/{key}";

    /// <summary>Where the page of a run is seen in a browser; null where it is in a folder.</summary>
    public string? PageOf(string monitor, DateTimeOffset windowStart) => Bucket.Length == 0
        ? null
        : $"https://{Region}.console.aws.amazon.com/s3/object/{Bucket}?region={Region}&prefix={ObjectKeys.SiteRun(monitor, windowStart)}";
}
