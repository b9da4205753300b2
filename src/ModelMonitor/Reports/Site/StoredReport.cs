using ModelMonitor.Contracts;

namespace ModelMonitor.Reports.Site;

/// <summary>A report of a monitor, as the key of its record tells.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Prefix">What the keys of the report start with.</param>
internal sealed record StoredReport(string Endpoint, string Monitor, string Prefix)
{
    private const int Parts = 8;
    private const int LongestMonitor = 63;

    /// <summary>Reads a key; null when it is not of a run's record, or of no name that a monitor can have.</summary>
    public static StoredReport? Of(string key)
    {
        string[] parts = key.Split('/');
        return parts.Length == Parts && parts[^1] == ObjectKeys.Run && IsMonitor(parts[2])
            ? new StoredReport(parts[1], parts[2], key[..^ObjectKeys.Run.Length])
            : null;
    }

    private static bool IsMonitor(string name) =>
        name.Length is > 0 and <= LongestMonitor
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
