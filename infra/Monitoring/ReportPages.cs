using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using ModelMonitor.Contracts;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The addresses of the pages of reports: on the website, or in the console of the bucket that has them.</summary>
internal sealed class ReportPages
{
    private readonly Func<string, string> _addressOf;

    private ReportPages(Func<string, string> addressOf) => _addressOf = addressOf;

    /// <summary>What the addresses of all pages begin with, before their path from the page of all monitors.</summary>
    public string Prefix => _addressOf(ObjectKeys.Site);

    /// <summary>The page of all monitors.</summary>
    public string Index => _addressOf(ObjectKeys.SiteIndex);

    /// <summary>Pages on the website.</summary>
    /// <param name="address">The address of the site, without a slash at its end.</param>
    public static ReportPages OnSite(string address) => new(key => $"{address}/{key[ObjectKeys.Site.Length..]}");

    /// <summary>Pages that who may read the bucket opens or downloads in its console.</summary>
    public static ReportPages InBucket(IBucket artifacts)
    {
        string region = Stack.Of(artifacts).Region;
        return new(key => $"https://{region}.console.aws.amazon.com/s3/object/{artifacts.BucketName}?region={region}&prefix={key}");
    }

    /// <summary>The page of a monitor.</summary>
    public string OfMonitor(string monitor) => _addressOf(ObjectKeys.SiteMonitor(monitor));
}
