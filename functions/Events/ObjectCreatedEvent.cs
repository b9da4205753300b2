using System.Text.Json.Serialization;

namespace ModelMonitor.Functions.Events;

/// <summary>What Amazon EventBridge sends when an object was written to a bucket, as far as it is used here.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html. The key is the object's own: unlike in
/// notifications that S3 sends by itself, it is not URL-encoded.
/// </remarks>
/// <param name="Detail">What was written.</param>
internal sealed record ObjectCreatedEvent([property: JsonPropertyName("detail")] ObjectCreatedDetail? Detail);
