namespace ModelMonitor.Contracts.Monitors;

/// <summary>Where the captures are and how they become rows.</summary>
/// <param name="Prefix">What their keys start with, before endpoint and variant: empty, or ending in a slash.</param>
/// <param name="OutputColumnsPosition">Where the columns of the endpoint's output stand among those of a row.</param>
public sealed record CaptureSection(
    string Prefix = CaptureSection.DefaultPrefix, OutputColumnsPosition OutputColumnsPosition = OutputColumnsPosition.Start)
{
    /// <summary>The prefix of a monitor that names none.</summary>
    public const string DefaultPrefix = "capture/";

    /// <summary>The bucket of the captures; null for the deployment's own.</summary>
    public string? Bucket { get; init; }

    /// <summary>The ARN of the KMS key that the captures are encrypted with; null for none or one of AWS's own.</summary>
    public string? KmsKey { get; init; }
}
