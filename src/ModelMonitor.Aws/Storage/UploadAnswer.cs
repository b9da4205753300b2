namespace ModelMonitor.Aws.Storage;

/// <summary>What came of an upload.</summary>
/// <param name="ETag">The new object's; null when the condition did not hold, or the upload is no longer known.</param>
/// <param name="WasRepeated">Whether the deciding request was sent more than once, so that it may have been carried out before.</param>
internal readonly record struct UploadAnswer(string? ETag, bool WasRepeated);
