namespace ModelMonitor.Storage;

/// <summary>When an object may be written; the default is always.</summary>
/// <param name="IfNoneMatch">Only when no object has the key yet.</param>
/// <param name="IfMatch">Only when the present object has this ETag; null for any.</param>
public readonly record struct PutCondition(bool IfNoneMatch = false, string? IfMatch = null)
{
    /// <summary>Only when no object has the key yet.</summary>
    public static PutCondition Absent => new(IfNoneMatch: true);

    /// <summary>Only when the present object has the given ETag.</summary>
    public static PutCondition Matching(string etag) => new(IfMatch: etag);
}
