namespace ModelMonitor.Datasets;

/// <summary>How a dataset is written: <see cref="CsvFormat"/>, <see cref="JsonLinesFormat"/> or <see cref="ParquetFormat"/>.</summary>
public abstract record DatasetFormat
{
    private protected DatasetFormat()
    {
    }

    /// <summary>The order in which a profile of such a dataset lists its columns.</summary>
    public virtual ColumnOrder ColumnOrder => ColumnOrder.AsRead;

    /// <summary>
    /// Tells the format from the end of a name, whatever its case: <c>.csv</c>, <c>.jsonl</c>, <c>.ndjson</c>,
    /// <c>.json</c>, the same with <c>.gz</c> behind it, and <c>.parquet</c>. CSV is taken to have a header.
    /// </summary>
    /// <returns>The format; null when the name tells none.</returns>
    public static DatasetFormat? FromName(string name)
    {
        ReadOnlySpan<char> path = name;
        ReadOnlySpan<char> extension = Path.GetExtension(path);
        bool compressed = extension.Equals(".gz", StringComparison.OrdinalIgnoreCase);
        if (compressed)
        {
            extension = Path.GetExtension(path[..^extension.Length]);
        }

        if (extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvFormat();
        }

        if (extension.Equals(".jsonl", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".ndjson", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonLinesFormat();
        }

        return !compressed && extension.Equals(".parquet", StringComparison.OrdinalIgnoreCase) ? new ParquetFormat() : null;
    }
}
