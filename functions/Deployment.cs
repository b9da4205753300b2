using System.Globalization;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Exports.History;
using ModelMonitor.Publishing;
using ModelMonitor.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Functions;

/// <summary>What a deployment gives its handlers: the stores, the monitors, the clock, and where metrics go.</summary>
public sealed class Deployment
{
    private const int DefaultMemoryMegabytes = 1024;
    private const string MemoryVariable = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";

    private readonly MonitorFolder _monitors;
    private readonly string _captures;

    /// <summary>Creates a deployment.</summary>
    /// <param name="artifacts">Where baselines, plans, states and reports are: <c>s3://bucket</c>, or a folder.</param>
    /// <param name="captures">Where endpoints capture to unless a monitor names its own bucket: <c>s3://bucket</c>, or a folder.</param>
    /// <param name="monitors">The folder of the monitor files.</param>
    /// <param name="metrics">Takes embedded metrics, a line for each document.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ConfigurationException">A place cannot be used.</exception>
    public Deployment(string artifacts, string captures, string monitors, Stream metrics, TimeProvider time)
    {
        Artifacts = StorePath.OpenForWriting(artifacts, FunctionEnvironment.Artifacts);
        ArtifactsBucket = StorePath.BucketOf(artifacts);
        _captures = captures;
        _monitors = new MonitorFolder(monitors);
        Metrics = metrics;
        Time = time;
    }

    /// <summary>Where baselines, plans, states and reports are.</summary>
    public IObjectStore Artifacts { get; }

    /// <summary>The bucket of <see cref="Artifacts"/>; empty where they are in a folder.</summary>
    public string ArtifactsBucket { get; }

    /// <summary>The bucket that endpoints capture to unless a monitor names its own; empty where that is a folder.</summary>
    public string CapturesBucket => StorePath.BucketOf(_captures);

    /// <summary>Takes embedded metrics, UTF-8, a line for each document: the function's standard output.</summary>
    /// <remarks>Write a line and its end in one call: log lines go the same way.</remarks>
    public Stream Metrics { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>What makes runs known to others once they are committed; the default is the website beside the reports, and the history.</summary>
    public IReadOnlyList<IRunPublisher> Publishers { get; init; } = [new SitePublisher(), new HistoryPublisher()];

    /// <summary>The memory the function has, in megabytes; the default is 1024.</summary>
    public int MemoryMegabytes { get; init; } = DefaultMemoryMegabytes;

    /// <summary>Creates the deployment that the process's environment describes.</summary>
    /// <param name="variable">Finds an environment variable; null for none.</param>
    /// <param name="metrics">Takes embedded metrics.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ConfigurationException">A variable is missing or wrong.</exception>
    public static Deployment FromEnvironment(Func<string, string?> variable, Stream metrics, TimeProvider time) => new(
        Required(variable, FunctionEnvironment.Artifacts),
        Required(variable, FunctionEnvironment.Captures),
        variable(FunctionEnvironment.Monitors) ?? Path.Combine(AppContext.BaseDirectory, "monitors"),
        metrics,
        time)
    {
        MemoryMegabytes = int.TryParse(variable(MemoryVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int megabytes)
            ? megabytes
            : DefaultMemoryMegabytes,
    };

    /// <summary>The store that a monitor's captures are in; where that is a folder, it stands for every bucket.</summary>
    public IObjectStore CapturesOf(MonitorDefinition monitor) => OpenCaptures(monitor.Capture.Bucket);

    /// <summary>The store that a monitor's ground truth is in, which is that of its captures unless it names another.</summary>
    public IObjectStore LabelsOf(MonitorDefinition monitor) => OpenCaptures(monitor.GroundTruth?.Location.Bucket ?? monitor.Capture.Bucket);

    /// <summary>Reads a monitor.</summary>
    /// <param name="name">Its name, as an event gives it.</param>
    /// <exception cref="ConfigurationException">There is no such monitor, or its file is wrong.</exception>
    public MonitorDefinition ReadMonitor(string name) => _monitors.Read(name);

    /// <summary>Reads all monitors.</summary>
    /// <exception cref="ConfigurationException">There is none, or a file is wrong.</exception>
    public IReadOnlyList<MonitorDefinition> ReadMonitors() => _monitors.ReadAll();

    private IObjectStore OpenCaptures(string? bucket) => bucket is not null && CapturesBucket.Length > 0
        ? StorePath.OpenBucket(bucket, FunctionEnvironment.Captures)
        : StorePath.OpenForWriting(_captures, FunctionEnvironment.Captures);

    private static string Required(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value
            ? value
            : throw new ConfigurationException(name, "", "the environment variable is not set; expected s3://bucket, or a folder.");
}
