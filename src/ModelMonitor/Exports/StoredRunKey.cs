using System.Globalization;
using ModelMonitor.Contracts;

namespace ModelMonitor.Exports;

/// <summary>What the key of a run's record tells.</summary>
/// <param name="Folder">The report's folder, ending in a slash.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Hour">The hour in which the window ends.</param>
public sealed record StoredRunKey(string Folder, string Endpoint, string Monitor, DateTimeOffset Hour)
{
    private const int PartsOfKey = 8;
    private const int LongestName = 63;

    /// <summary>Takes a key apart; null when it is not that of a record.</summary>
    public static StoredRunKey? Parse(string key)
    {
        string[] parts = key.Split('/');
        return parts.Length == PartsOfKey
            && key.StartsWith(ObjectKeys.Reports, StringComparison.Ordinal)
            && parts[^1] == ObjectKeys.Run
            && IsName(parts[2])
            && DateTimeOffset.TryParseExact(
                string.Join('/', parts[3..7]), "yyyy'/'MM'/'dd'/'HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset hour)
            && ObjectKeys.ReportFolder(parts[1], parts[2], hour) is { } folder
            && key == folder + ObjectKeys.Run
                ? new StoredRunKey(folder, parts[1], parts[2], hour)
                : null;
    }

    /// <summary>Whether a monitor, or a kind, can be called so. Such names become those of files: <c>..</c> must not pass.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
