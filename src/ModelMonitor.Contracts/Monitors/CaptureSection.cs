namespace ModelMonitor.Contracts.Monitors;

/// <summary>Where the captures are, how they become rows, and how the endpoint is to make them.</summary>
/// <param name="Prefix">What their keys start with, before endpoint and variant: empty, or ending in a slash.</param>
/// <param name="OutputColumnsPosition">Where the columns of the endpoint's output stand among those of a row.</param>
public sealed record CaptureSection(
    string Prefix = CaptureSection.DefaultPrefix, OutputColumnsPosition OutputColumnsPosition = OutputColumnsPosition.Start)
{
    /// <summary>The prefix of a monitor that names none.</summary>
    public const string DefaultPrefix = "capture/";

    private static readonly CaptureMode[] InputAndOutput = [CaptureMode.Input, CaptureMode.Output];

    /// <summary>The bucket of the captures; null for the deployment's own.</summary>
    public string? Bucket { get; init; }

    /// <summary>The ARN of the KMS key that the captures are encrypted with; null for none or one of AWS's own.</summary>
    public string? KmsKey { get; init; }

    /// <summary>Whether the endpoint's configuration is made to capture what this section says; the default is not.</summary>
    public bool ConfigureEndpoint { get; init; }

    /// <summary>Whether the endpoint is left alone, and only told what would change; the default is yes.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary>The percentage of requests to capture, 0 to 100; null for what the endpoint has, or 100 where it captures nothing.</summary>
    public int? SamplingPercentage { get; init; }

    /// <summary>What of a request is captured; the default is input and output, which a row needs.</summary>
    public IReadOnlyList<CaptureMode> Options { get; init; } = InputAndOutput;

    /// <summary>Content types to capture as CSV text rather than BASE64; empty, as both lists, for what the endpoint has.</summary>
    public IReadOnlyList<string> CsvContentTypes { get; init; } = [];

    /// <summary>Content types to capture as JSON rather than BASE64.</summary>
    public IReadOnlyList<string> JsonContentTypes { get; init; } = [];

    /// <summary>The ARN of the execution role in the endpoint's configuration, which may then be passed on; null where it has none.</summary>
    public string? ExecutionRole { get; init; }
}
