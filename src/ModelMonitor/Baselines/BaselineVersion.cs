using System.Globalization;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Names of versions: those given to training sets, and what a person may choose.</summary>
public static class BaselineVersion
{
    private const int MaximumLength = 128;
    private const int HashLength = 8;
    private const int TimeLength = 16;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    internal const string Expectation = "the name of a folder beside this file: 1 to 128 letters, digits, dots, hyphens and underscores";

    /// <summary>
    /// The version of a training set: the time of its newest object and the beginning of a hash of all keys and
    /// ETags. The same objects always have the same version, and versions sort by the age of their training sets.
    /// </summary>
    /// <param name="dataset">Its objects, at least one, in the order they are read.</param>
    /// <param name="options">A hash of what else the baseline depends on; null for nothing.</param>
    public static string Of(IReadOnlyList<StoredObject> dataset, string? options = null)
    {
        Fingerprint fingerprint = new();
        foreach (StoredObject stored in dataset)
        {
            fingerprint.Add(stored.Key).Add(stored.ETag);
        }

        if (options is not null)
        {
            fingerprint.Add(options);
        }

        return Name(ModifiedAt(dataset), fingerprint.ToString());
    }

    /// <summary>When the newest object of a training set was written, UTC.</summary>
    public static DateTimeOffset ModifiedAt(IReadOnlyList<StoredObject> dataset) => dataset.Max(stored => stored.LastModified);

    /// <summary>The version of a baseline that is imported: the time and the beginning of a hash of its files.</summary>
    /// <param name="importedAt">When.</param>
    /// <param name="hash">The hash of its files, as <see cref="Baseline.Fingerprint"/> has it.</param>
    public static string OfImport(DateTimeOffset importedAt, string hash) => Name(importedAt, hash);

    /// <summary>Whether a version was named by a time, rather than by a person.</summary>
    internal static bool TellsTime(string version) =>
        version.Length == TimeLength + 1 + HashLength
        && version[TimeLength] == '-'
        && DateTime.TryParseExact(
            version.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Whether a version was named by a hash.</summary>
    internal static bool HasHash(string version, string hash) =>
        TellsTime(version) && hash.AsSpan(0, HashLength).SequenceEqual(version.AsSpan(TimeLength + 1));

    /// <summary>Whether a text may be the name of a version.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaximumLength
        && text is not ("." or "..")
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

    private static string Name(DateTimeOffset time, string hash) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + "-" + hash[..HashLength];
}
