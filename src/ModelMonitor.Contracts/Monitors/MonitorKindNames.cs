namespace ModelMonitor.Contracts.Monitors;

/// <summary>The names of the kinds of monitors, in commands, messages, metrics and the documents of runs.</summary>
public static class MonitorKindNames
{
    /// <summary>Every column against the baseline.</summary>
    public const string DataQuality = "data-quality";

    /// <summary>Predictions against what came true.</summary>
    public const string ModelQuality = "model-quality";

    /// <summary>Groups of people or things against each other.</summary>
    public const string Bias = "bias";

    /// <summary>What predictions are made of against what they were made of.</summary>
    public const string Attribution = "attribution";

    /// <summary>All kinds, in the order in which a file's monitors stand.</summary>
    public static IReadOnlyList<string> All { get; } = [DataQuality, ModelQuality, Bias, Attribution];

    /// <summary>The name of a file's monitor of a kind: data quality has the file's own, so that it can stand alone.</summary>
    /// <param name="file">The name that the file gives.</param>
    /// <param name="kind">The kind.</param>
    public static string NameOf(string file, string kind) => kind == DataQuality ? file : $"{file}-{kind}";

    /// <summary>The names that the file of a monitor may give, the likeliest first.</summary>
    /// <param name="monitor">The monitor's name.</param>
    public static IEnumerable<string> FilesOf(string monitor) =>
    [
        monitor,
        .. All.Where(kind => kind != DataQuality && monitor.EndsWith($"-{kind}", StringComparison.Ordinal))
            .Select(kind => monitor[..^(kind.Length + 1)]),
    ];
}
