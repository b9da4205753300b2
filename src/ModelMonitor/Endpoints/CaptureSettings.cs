using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Endpoints;

/// <summary>What an endpoint is to capture, which is what all of its monitors say together.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="DestinationUri">Where to: <c>s3://bucket/prefix</c> without a slash at its end. SageMaker adds endpoint, variant and hour.</param>
public sealed record CaptureSettings(string Endpoint, string DestinationUri)
{
    /// <summary>The percentage of requests; null for what the endpoint has, or 100 where it captures nothing.</summary>
    public int? SamplingPercentage { get; init; }

    /// <summary>What of a request, in the order of the enumeration.</summary>
    public required IReadOnlyList<CaptureMode> Options { get; init; }

    /// <summary>The KMS key's ARN; null for what the endpoint has.</summary>
    public string? KmsKey { get; init; }

    /// <summary>Content types of CSV; with <see cref="JsonContentTypes"/> empty for what the endpoint has.</summary>
    public IReadOnlyList<string> CsvContentTypes { get; init; } = [];

    /// <summary>Content types of JSON.</summary>
    public IReadOnlyList<string> JsonContentTypes { get; init; } = [];

    /// <summary>The roles that may be passed on.</summary>
    public IReadOnlyList<string> ExecutionRoles { get; init; } = [];

    /// <summary>Whether it is only to be told what would change.</summary>
    public bool IsDryRun { get; init; }
}
