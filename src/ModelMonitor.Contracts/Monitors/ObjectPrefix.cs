namespace ModelMonitor.Contracts.Monitors;

/// <summary>What the beginnings of keys may look like that a monitor names.</summary>
internal static class ObjectPrefix
{
    /// <summary>Whether a text is empty, or folders that each end in a slash.</summary>
    public static bool IsValid(string text) =>
        text.Length == 0
        || (text.EndsWith('/') && text[..^1].Split('/').All(folder => folder is not ("" or "." or "..")));
}
