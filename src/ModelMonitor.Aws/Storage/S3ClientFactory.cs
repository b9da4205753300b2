using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace ModelMonitor.Aws.Storage;

/// <summary>Makes clients of S3 as the environment says.</summary>
internal static class S3ClientFactory
{
    private const int MostConnections = 128;

    private static readonly Lazy<IAmazonS3> OfProcess = new(() => Create(Environment.GetEnvironmentVariable));

    /// <summary>The client of this process, made on first use: it holds connections and credentials.</summary>
    /// <exception cref="ConfigurationException">Nothing names a region, or the endpoint is no address.</exception>
    public static IAmazonS3 Shared => OfProcess.Value;

    /// <summary>Makes a client.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Region: <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, else the profile's. The instance metadata are not asked.</item>
    /// <item>Endpoint: <c>AWS_ENDPOINT_URL_S3</c>, <c>AWS_ENDPOINT_URL</c>, addressed by path; else the region's.</item>
    /// <item>Credentials: the SDK's chain, at the first request.</item>
    /// <item>No retries, as <see cref="S3Retry"/> makes them, and so knows that a request may have been carried out before.</item>
    /// <item>No checksums on top: the signature covers what is sent, TLS what is received, and not every endpoint knows them.</item>
    /// </list>
    /// </remarks>
    /// <param name="environment">The environment variables.</param>
    /// <param name="credentials">The credentials; null for the SDK's chain.</param>
    /// <exception cref="ConfigurationException">Nothing names a region, or the endpoint is no address.</exception>
    public static IAmazonS3 Create(Func<string, string?> environment, AWSCredentials? credentials = null)
    {
        string region = Region(environment);
        AmazonS3Config config = new()
        {
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
            HttpClientFactory = new S3HttpClientFactory(MostConnections),
        };
        if ((Value(environment, "AWS_ENDPOINT_URL_S3") ?? Value(environment, "AWS_ENDPOINT_URL")) is { } endpoint)
        {
            config.ServiceURL = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                ? endpoint
                : throw new ConfigurationException("AWS_ENDPOINT_URL", "", $"'{endpoint}' is no address; expected http://host:port or https://host.");
            config.ForcePathStyle = true;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }

    private static string Region(Func<string, string?> environment) =>
        Value(environment, "AWS_REGION")
        ?? Value(environment, "AWS_DEFAULT_REGION")
        ?? ProfileRegion(Value(environment, "AWS_PROFILE") ?? "default")
        ?? throw new ConfigurationException("AWS_REGION", "", "no region is known; set AWS_REGION, or region in the profile of AWS_PROFILE.");

    private static string? ProfileRegion(string profile) =>
        new CredentialProfileStoreChain().TryGetProfile(profile, out CredentialProfile found) ? found.Region?.SystemName : null;

    private static string? Value(Func<string, string?> environment, string name) =>
        environment(name) is { Length: > 0 } value ? value : null;
}
