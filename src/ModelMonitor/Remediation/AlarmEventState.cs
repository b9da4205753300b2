using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>The state that the alarm of an <see cref="AlarmEvent"/> has now.</summary>
internal sealed record AlarmEventState(
    [property: JsonPropertyName("value")] string? Value,
    [property: JsonPropertyName("reason")] string? Reason,
    [property: JsonPropertyName("timestamp")] string? Timestamp);
