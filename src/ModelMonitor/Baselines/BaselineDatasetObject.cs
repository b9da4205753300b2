namespace ModelMonitor.Baselines;

/// <summary>An object of the training set that a baseline was made of.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">Its ETag when it was read.</param>
public sealed record BaselineDatasetObject(string Key, long Size, string ETag);
