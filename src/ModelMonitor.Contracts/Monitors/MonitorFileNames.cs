namespace ModelMonitor.Contracts.Monitors;

/// <summary>Tells the files of a folder of monitors apart by their names.</summary>
public static class MonitorFileNames
{
    /// <summary>The pattern that the names of monitor files match, and those of some others.</summary>
    public const string Pattern = "*.json";

    private const string ConfigurationSuffix = "analysis_config.json";
    private const string SchemaSuffix = ".schema.json";

    /// <summary>Whether a file matching <see cref="Pattern"/> is a monitor's: neither a schema nor an analysis configuration.</summary>
    /// <param name="file">Its name or path.</param>
    public static bool IsMonitor(string file) =>
        !file.EndsWith(SchemaSuffix, StringComparison.Ordinal) && !IsConfiguration(file);

    /// <summary>Whether a file is an analysis configuration of SageMaker Clarify.</summary>
    /// <param name="file">Its name or path.</param>
    public static bool IsConfiguration(string file) => file.EndsWith(ConfigurationSuffix, StringComparison.Ordinal);
}
