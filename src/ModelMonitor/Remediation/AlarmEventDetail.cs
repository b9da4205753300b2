using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>The detail of an <see cref="AlarmEvent"/>.</summary>
internal sealed record AlarmEventDetail(
    [property: JsonPropertyName("alarmName")] string? AlarmName,
    [property: JsonPropertyName("state")] AlarmEventState? State);
