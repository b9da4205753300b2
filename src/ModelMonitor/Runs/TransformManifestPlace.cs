using ModelMonitor.Capture;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>What the place of a manifest says of it.</summary>
/// <param name="Root">What its key starts with up to the folder <c>input</c> or <c>output</c>, or else up to the hour: empty, or ending in a slash.</param>
/// <param name="IsOfInput">Whether it names what went into a transform, and not what came out.</param>
internal sealed record TransformManifestPlace(string Root, bool IsOfInput)
{
    private const string Input = "input/";
    private const string Output = "output/";

    /// <summary>Takes a manifest's key apart.</summary>
    /// <param name="key">The key.</param>
    /// <param name="inputPrefix">What the keys of the run's input start with: who points it at <c>input/</c> wants these manifests.</param>
    public static TransformManifestPlace Of(string key, string inputPrefix)
    {
        bool hasHour = CaptureHours.TryGetHour(key, out _);
        string folder = key[..(key.LastIndexOf('/') + 1 - (hasHour ? CaptureHours.FolderLength : 0))];
        bool isOfInput = hasHour && EndsIn(folder, Input) && folder.Length > inputPrefix.Length;
        bool isFiled = hasHour && (EndsIn(folder, Input) || EndsIn(folder, Output));
        return new TransformManifestPlace(
            isFiled ? folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)] : folder, isOfInput);
    }

    /// <summary>
    /// The keys under which a named object is looked for, in order: its own, as in a copy of its bucket; behind
    /// its bucket's name, as in a store of several; and both below <see cref="Root"/>.
    /// </summary>
    public IEnumerable<string> KeysOf(ObjectLocation location)
    {
        string inBucket = $"{location.Bucket}/{location.Key}";
        return new[] { location.Key, inBucket, Root + location.Key, Root + inBucket }
            .Distinct(StringComparer.Ordinal).Where(ObjectKeyPath.IsKey);
    }

    private static bool EndsIn(string folder, string name) =>
        folder.EndsWith(name, StringComparison.Ordinal) && (folder.Length == name.Length || folder[^(name.Length + 1)] == '/');
}
