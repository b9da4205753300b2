namespace ModelMonitor.Cli.Exporting;

/// <summary>What runs are exported as.</summary>
internal enum ExportForm
{
    /// <summary>One CSV file.</summary>
    Csv,

    /// <summary>An event file for each monitor.</summary>
    TensorBoard,

    /// <summary>A Parquet file for each run, partitioned as the history is.</summary>
    Parquet,
}
