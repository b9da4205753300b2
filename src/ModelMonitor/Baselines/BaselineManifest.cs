using System.Text.Json;

namespace ModelMonitor.Baselines;

/// <summary>What a version of a baseline was made of and by: <c>baseline.json</c>, the last file of its folder to be written.</summary>
public sealed record BaselineManifest
{
    /// <summary>The format of this file.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The version, which is the folder's name.</summary>
    public required string Version { get; init; }

    /// <summary>The objects of the training set, in the order they were read; of an imported version, the files it was imported from.</summary>
    public required IReadOnlyList<BaselineDatasetObject> Dataset { get; init; }

    /// <summary>When the newest of them was written, UTC; null for an imported version.</summary>
    public DateTimeOffset? DatasetModifiedAt { get; init; }

    /// <summary>The rows of the training set; null for an imported version without statistics.</summary>
    public long? Rows { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>The version of the model that was trained on it; null when nobody said.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>The engine that made the baseline, or imported it.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who or what made it, such as the name of a handler, or a person.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static BaselineManifest Read(string source, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, BaselineJsonContext.Default.BaselineManifest)
                ?? throw new ConfigurationException(source, "$", "expected the manifest of a baseline, found null");
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(source, exception.Path ?? "$", "expected the manifest of a baseline, found something else");
        }
    }
}
