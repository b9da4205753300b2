namespace ModelMonitor.Cli.Options;

/// <summary>The kinds of monitor there are.</summary>
internal enum MonitorKind
{
    /// <summary>Types, completeness and distributions of every column.</summary>
    DataQuality,
}
