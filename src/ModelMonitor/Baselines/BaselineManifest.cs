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

    /// <summary>The objects of the training set, in the order they were read.</summary>
    public required IReadOnlyList<BaselineDatasetObject> Dataset { get; init; }

    /// <summary>When the newest of them was written, UTC.</summary>
    public required DateTimeOffset DatasetModifiedAt { get; init; }

    /// <summary>The rows profiled.</summary>
    public required long Rows { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>The engine that made the baseline.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it, such as the name of a handler or of a command.</summary>
    public required string MadeBy { get; init; }
}
