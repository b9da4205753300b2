using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>A message for people.</summary>
/// <param name="Subject">Its subject: at most 100 characters of ASCII, as SNS asks.</param>
/// <param name="Message">Plain text of at most 8 kB.</param>
/// <param name="Topics">The ARNs of the monitor's own topics, which get it besides the deployment's.</param>
public sealed record RemediationNotice(
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("topics")] IReadOnlyList<string> Topics);
