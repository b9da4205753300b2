using ModelMonitor.Runs;

namespace ModelMonitor.Baselines;

/// <summary>The files of a baseline as they are stored.</summary>
/// <param name="Source">How the user named the place, for messages.</param>
/// <param name="Format">Which files there may be.</param>
/// <param name="Contents">Their contents in the order of <see cref="BaselineFormat.Names"/>; null for a file that is not there.</param>
public sealed record BaselineDocuments(string Source, BaselineFormat Format, IReadOnlyList<byte[]?> Contents)
{
    /// <summary>The baseline's version; null for files that have none.</summary>
    public string? Version { get; init; }

    /// <summary>A hash of the files' bytes.</summary>
    public string Fingerprint => Contents.Aggregate(new Fingerprint(), (hash, content) => hash.Add(content)).ToString();

    /// <summary>The content of the file that is always there.</summary>
    public byte[] Required => Contents[0]!;

    /// <summary>A file's content; null when it is not there.</summary>
    public byte[]? Find(string name)
    {
        for (int i = 0; i < Format.Names.Count; i++)
        {
            if (Format.Names[i] == name)
            {
                return Contents[i];
            }
        }

        return null;
    }

    /// <summary>How messages call a file.</summary>
    public string NameOf(string file) =>
        Source.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Source : $"{Source.TrimEnd('/')}/{file}";
}
