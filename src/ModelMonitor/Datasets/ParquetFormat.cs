namespace ModelMonitor.Datasets;

/// <summary>Apache Parquet, whose cells are profiled as the text that Spark casts them to.</summary>
public sealed record ParquetFormat : DatasetFormat;
