using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What differs between what an endpoint captures and what its monitors say.</summary>
/// <param name="Field">The field of SageMaker's <c>DataCaptureConfig</c>.</param>
/// <param name="Present">Its value now, as text; null for none.</param>
/// <param name="Wanted">The value that the monitors ask for.</param>
public sealed record CaptureChange(
    [property: JsonPropertyName("field")] string Field,
    [property: JsonPropertyName("present")] string? Present,
    [property: JsonPropertyName("wanted")] string Wanted);
