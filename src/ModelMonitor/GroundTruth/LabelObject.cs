namespace ModelMonitor.GroundTruth;

/// <summary>An object with labels, as it was when it was listed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">Its ETag.</param>
public sealed record LabelObject(string Key, long Size, string ETag);
