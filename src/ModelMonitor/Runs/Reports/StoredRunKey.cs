using System.Globalization;
using ModelMonitor.Contracts;

namespace ModelMonitor.Runs.Reports;

/// <summary>What the key of a run's record tells.</summary>
/// <param name="Folder">The report's folder, ending in a slash.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Scheduled">The end of the window, unless the record has a reason to say otherwise.</param>
public sealed record StoredRunKey(string Folder, string Endpoint, string Monitor, DateTimeOffset Scheduled)
{
    private const int FirstPartOfTime = 3;
    private const int LongestName = 63;

    private static readonly string[] TimeFormats = ["yyyy'/'MM'/'dd'/'HH", "yyyy'/'MM'/'dd'/'HH'/'mm", "yyyy'/'MM'/'dd'/'HH'/'mm'-'ss"];

    /// <summary>Takes a key apart; null when it is not that of a record.</summary>
    public static StoredRunKey? Parse(string key)
    {
        string[] parts = key.Split('/');
        return parts.Length > FirstPartOfTime
            && IsName(parts[2])
            && DateTimeOffset.TryParseExact(
                string.Join('/', parts[FirstPartOfTime..^1]),
                TimeFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset scheduled)
            && ObjectKeys.ReportFolder(parts[1], parts[2], scheduled) is { } folder
            && key == folder + ObjectKeys.Run
                ? new StoredRunKey(folder, parts[1], parts[2], scheduled)
                : null;
    }

    /// <summary>Whether a monitor, or a kind, can be called so. Such names become those of files: <c>..</c> must not pass.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
