namespace ModelMonitor.Runs;

/// <summary>How the objects of a run are encoded.</summary>
public enum InputFormat
{
    /// <summary>Captured traffic, one event a line.</summary>
    Capture,

    /// <summary>CSV whose first row names the columns.</summary>
    Csv,

    /// <summary>CSV without a header.</summary>
    CsvWithoutHeader,

    /// <summary>One JSON object or array a line.</summary>
    JsonLines,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
