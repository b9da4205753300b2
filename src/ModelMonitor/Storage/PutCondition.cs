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

    /// <summary>Only when the key holds what was found there before.</summary>
    /// <param name="seen">What was found; null for nothing.</param>
    public static PutCondition Unchanged(StoredObject? seen) => seen is null ? Absent : Matching(seen.ETag);
}
