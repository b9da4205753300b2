namespace ModelMonitor.Capture;

/// <summary>Where an object is: its bucket and its key in it.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key, which does not begin with a slash.</param>
public sealed record ObjectLocation(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Takes <c>s3://bucket/key</c> apart.</summary>
    public static bool TryParse(string uri, out ObjectLocation? location)
    {
        location = null;
        int slash = uri.StartsWith(Scheme, StringComparison.Ordinal) ? uri.IndexOf('/', Scheme.Length) : -1;
        if (slash <= Scheme.Length || slash + 1 == uri.Length)
        {
            return false;
        }

        location = new ObjectLocation(uri[Scheme.Length..slash], uri[(slash + 1)..].TrimStart('/'));
        return location.Key.Length > 0;
    }
}
