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

    /// <summary>
    /// What batch transforms wrote (CSV, JSON Lines or JSON, told apart by content), with or without inference
    /// ids, and the manifests that SageMaker files when it captures a transform, which stand for what they name.
    /// </summary>
    Transform,
}
