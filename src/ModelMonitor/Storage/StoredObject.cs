namespace ModelMonitor.Storage;

/// <summary>An object in a store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">Changes whenever the content does.</param>
/// <param name="LastModified">When it was written, UTC.</param>
public sealed record StoredObject(string Key, long Size, string ETag, DateTimeOffset LastModified);
