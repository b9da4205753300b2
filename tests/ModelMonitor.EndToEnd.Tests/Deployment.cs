using Amazon.Runtime;
using Amazon.S3;
using ModelMonitor.Aws.Storage;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The stack, deployed by the real command line of the CDK onto a local AWS.</summary>
public sealed class Deployment : IAsyncLifetime, IDisposable
{
    /// <summary>The stack's name.</summary>
    internal const string StackName = "ModelMonitor";

    private const string Bucket = "AWS::S3::Bucket";

    private readonly TemporaryFolder _folder = new();
    private LocalAwsProcess? _aws;
    private AmazonS3Client? _client;

    internal LocalAwsControl Control => _aws!.Control;

    internal CdkApp App { get; private set; } = null!;

    internal IObjectStore Captures { get; private set; } = null!;

    internal IObjectStore Artifacts { get; private set; } = null!;

    /// <summary>A folder with the baseline that the command line makes of the training set.</summary>
    internal string ExpectedBaseline => _folder.PathOf("baseline");

    /// <summary>The folder of the monitor files.</summary>
    internal string Monitors => _folder.PathOf("monitors");

    public async Task InitializeAsync()
    {
        if (Requirements.Missing is not null)
        {
            return;
        }

        Directory.CreateDirectory(Monitors);
        TestMonitors.Write(Monitors);
        Task expectation = ExpectBaselineAsync();
        _aws = await LocalAwsProcess.StartAsync();
        App = new CdkApp(_aws.Endpoint, _folder.PathOf("cdk.out"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["monitors"] = Monitors,
            ["stackName"] = StackName,
        });
        await App.BootstrapAsync();
        await App.DeployAsync();
        await OpenStoresAsync();
        await expectation;
    }

    public async Task DisposeAsync()
    {
        if (_aws is not null)
        {
            await _aws.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _folder.Dispose();
    }

    /// <summary>The stack as it is now.</summary>
    internal Task<DeployedStack> StackAsync() => Control.StackAsync(StackName);

    /// <summary>The name of the function of a handler.</summary>
    internal async Task<string> FunctionAsync(string handler) =>
        (await StackAsync()).NameOf("AWS::Lambda::Function", handler);

    /// <summary>The bodies of the messages in the queue whose logical name holds a word.</summary>
    internal async Task<IReadOnlyList<string>> MessagesAsync(string queue)
    {
        string address = (await StackAsync()).NameOf("AWS::SQS::Queue", queue);
        return await Control.MessagesAsync(address[(address.LastIndexOf('/') + 1)..]);
    }

    /// <summary>The monitor of a name, with all that a test does with it.</summary>
    internal WatchedMonitor Watch(string monitor, string? endpoint = null) => new(this, monitor, endpoint ?? monitor);

    private S3ObjectStore OpenBucket(string bucket) => new S3ObjectStore(_client!, bucket);

    private async Task OpenStoresAsync()
    {
        _client = new AmazonS3Client(new BasicAWSCredentials("local", "local"), new AmazonS3Config
        {
            ServiceURL = _aws!.Endpoint.ToString(),
            AuthenticationRegion = CdkApp.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
        DeployedStack stack = await StackAsync();
        Captures = OpenBucket(stack.NameOf(Bucket, "Captures"));
        Artifacts = OpenBucket(stack.NameOf(Bucket, "Artifacts"));
    }

    private async Task ExpectBaselineAsync()
    {
        string dataset = _folder.PathOf(Traffic.TrainingSet);
        await File.WriteAllBytesAsync(dataset, await Traffic.TrainingSetAsync());
        await CommandLineTool.BaselineAsync(dataset, ExpectedBaseline, Path.Combine(Monitors, "hour.json"));
    }
}
