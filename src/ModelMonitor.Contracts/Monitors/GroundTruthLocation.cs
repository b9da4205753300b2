namespace ModelMonitor.Contracts.Monitors;

/// <summary>Where labels are, in folders <c>yyyy/MM/dd/HH/</c> by the hour in which they were collected.</summary>
/// <param name="Bucket">Their bucket; null for that of the captures.</param>
/// <param name="Prefix">What their keys start with: empty, or ending in a slash.</param>
public sealed record GroundTruthLocation(string? Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    internal const string Expectation =
        "where labels are: folders that each end in a slash, such as \"ground-truth/churn/\", or s3://bucket/folders";

    /// <summary>Reads a text; null when it is no place.</summary>
    internal static GroundTruthLocation? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return text.Length > 0 && ObjectPrefix.IsValid(text) ? new GroundTruthLocation(null, text) : null;
        }

        string[] parts = text[Scheme.Length..].Split('/', 2);
        string prefix = parts.Length == 1 || parts[1].Length == 0 || parts[1].EndsWith('/') ? parts.ElementAtOrDefault(1) ?? "" : parts[1] + "/";
        return BucketName.IsValid(parts[0]) && ObjectPrefix.IsValid(prefix) ? new GroundTruthLocation(parts[0], prefix) : null;
    }
}
