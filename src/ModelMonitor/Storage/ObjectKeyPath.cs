namespace ModelMonitor.Storage;

/// <summary>Turns keys into paths below a folder, and refuses those that would leave it.</summary>
internal static class ObjectKeyPath
{
    /// <summary>What the names of a store's own files start with: they are no objects.</summary>
    public const string ReservedPrefix = ".modelmonitor-";

    private static readonly char[] InvalidCharacters = Path.GetInvalidFileNameChars();

    /// <summary>The path of a key, or of a key prefix that ends in a slash.</summary>
    /// <exception cref="IOException">The key is empty, absolute, has an empty, <c>.</c>, <c>..</c> or reserved part.</exception>
    public static string Combine(string root, string key)
    {
        if (!IsKey(key))
        {
            throw new IOException($"'{key}' is no key of a folder: its parts are names of files, and none is '..', '.' or empty.");
        }

        return Path.Combine([root, .. key.Split('/')]);
    }

    /// <summary>Whether an object of this key can be in a folder.</summary>
    public static bool IsKey(string key)
    {
        foreach (string part in key.Split('/'))
        {
            if (part is "" or "." or ".." || part.AsSpan().ContainsAny(InvalidCharacters) || IsReserved(part))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a file of this name is the store's own.</summary>
    public static bool IsReserved(string name) => name.StartsWith(ReservedPrefix, StringComparison.Ordinal);
}
