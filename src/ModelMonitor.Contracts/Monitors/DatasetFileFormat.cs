namespace ModelMonitor.Contracts.Monitors;

/// <summary>The format of a dataset's files.</summary>
public enum DatasetFileFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>One JSON object per line.</summary>
    JsonLines,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
