using System.Globalization;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Names of versions: those given to training sets, and what a person may choose.</summary>
public static class BaselineVersion
{
    private const int MaximumLength = 128;
    private const int HashLength = 8;

    internal const string Expectation = "the name of a folder beside this file: 1 to 128 letters, digits, dots, hyphens and underscores";

    /// <summary>
    /// The version of a training set: the time of its newest object and the beginning of a hash of all keys and
    /// ETags. The same objects always have the same version, and versions sort by the age of their training sets.
    /// </summary>
    /// <param name="dataset">Its objects, at least one, in the order they are read.</param>
    public static string Of(IReadOnlyList<StoredObject> dataset)
    {
        Fingerprint fingerprint = new();
        foreach (StoredObject stored in dataset)
        {
            fingerprint.Add(stored.Key).Add(stored.ETag);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ModifiedAt(dataset).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{fingerprint.ToString().AsSpan(0, HashLength)}");
    }

    /// <summary>When the newest object of a training set was written, UTC.</summary>
    public static DateTimeOffset ModifiedAt(IReadOnlyList<StoredObject> dataset) => dataset.Max(stored => stored.LastModified);

    /// <summary>Whether a text may be the name of a version.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaximumLength
        && text is not ("." or "..")
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');
}
