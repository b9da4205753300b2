using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>The event "CloudWatch Alarm State Change", as far as it is used here.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html.</remarks>
internal sealed record AlarmEvent(
    [property: JsonPropertyName("detail-type")] string? DetailType,
    [property: JsonPropertyName("source")] string? Source,
    [property: JsonPropertyName("account")] string? Account,
    [property: JsonPropertyName("region")] string? Region,
    [property: JsonPropertyName("detail")] AlarmEventDetail? Detail);
