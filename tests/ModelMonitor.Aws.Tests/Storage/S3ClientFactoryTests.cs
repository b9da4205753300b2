using Amazon.Runtime;
using Amazon.S3;
using ModelMonitor.Aws.Storage;

namespace ModelMonitor.Aws.Tests.Storage;

public sealed class S3ClientFactoryTests
{
    [Theory]
    [InlineData("AWS_REGION=eu-west-1;AWS_DEFAULT_REGION=us-east-2", "eu-west-1")]
    [InlineData("AWS_REGION=;AWS_DEFAULT_REGION=us-east-2", "us-east-2")]
    public void Create_Region_IsOfTheEnvironment(string variables, string expected)
    {
        using IAmazonS3 client = Create(variables);
        Assert.Equal(expected, client.Config.RegionEndpoint.SystemName);
        Assert.Null(client.Config.ServiceURL);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL=http://localhost:9000", "http://localhost:9000/")]
    [InlineData("AWS_ENDPOINT_URL=http://a:1;AWS_ENDPOINT_URL_S3=https://s3.example.com", "https://s3.example.com/")]
    public void Create_Endpoint_IsAddressedByPath(string variables, string expected)
    {
        using IAmazonS3 client = Create($"AWS_REGION=eu-west-1;{variables}");
        Assert.Equal((expected, "eu-west-1"), (client.Config.ServiceURL, client.Config.AuthenticationRegion));
        Assert.True(((AmazonS3Config)client.Config).ForcePathStyle);
    }

    [Theory]
    [InlineData("localhost:9000")]
    [InlineData("ftp://host")]
    [InlineData("nonsense")]
    public void Create_EndpointThatIsNoAddress_IsRefused(string endpoint)
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => Create($"AWS_REGION=eu-west-1;AWS_ENDPOINT_URL={endpoint}"));
        Assert.StartsWith($"AWS_ENDPOINT_URL: '{endpoint}' is no address", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NoRegion_SaysWhatToSet()
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => Create("AWS_PROFILE=a-profile-that-nobody-has"));
        Assert.StartsWith("AWS_REGION: no region is known; set AWS_REGION", exception.Message, StringComparison.Ordinal);
    }

    private static IAmazonS3 Create(string variables)
    {
        Dictionary<string, string> environment = variables.Split(';')
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return S3ClientFactory.Create(environment.GetValueOrDefault, new BasicAWSCredentials("key", "secret"));
    }
}
