using ModelMonitor.Contracts.History;
using Parquet;
using Parquet.Schema;

namespace ModelMonitor.Exports.History;

/// <summary>Writes rows of the history as a Parquet file of one row group. Equal rows give equal bytes.</summary>
public static class HistoryParquet
{
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };

    /// <summary>Writes the rows of one run; the columns that are folders are left out.</summary>
    public static async Task<byte[]> WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken = default)
    {
        ParquetSchema schema = new(HistoryColumns.OfFiles.Select(FieldOf));
        using MemoryStream stream = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(
            schema, stream, Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (DataField field in schema.DataFields)
            {
                await WriteAsync(group, field, rows, cancellationToken).ConfigureAwait(false);
            }

            group.CompleteValidate();
        }

        return stream.ToArray();
    }

    private static DataField FieldOf(HistoryColumn column) => column.Type switch
    {
        HistoryType.Text => new DataField<string>(column.Name, column.IsNullable),
        HistoryType.Number => column.IsNullable ? new DataField<double?>(column.Name) : new DataField<double>(column.Name),
        HistoryType.Flag => column.IsNullable ? new DataField<bool?>(column.Name) : new DataField<bool>(column.Name),
        _ => new DateTimeDataField(
            column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: column.IsNullable),
    };

    private static async Task WriteAsync(
        ParquetRowGroupWriter group, DataField field, IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        Task written = field.Name switch
        {
            HistoryColumns.Kind => Text(row => row.Kind),
            HistoryColumns.Endpoint => Text(row => row.Endpoint),
            HistoryColumns.Variant => Text(row => row.Variant),
            HistoryColumns.WindowStart => Time(row => row.WindowStart),
            HistoryColumns.WindowEnd => Time(row => row.WindowEnd),
            HistoryColumns.Feature => Text(row => row.Feature),
            HistoryColumns.Slice => Text(row => row.Slice),
            HistoryColumns.Metric => Text(row => row.Metric),
            HistoryColumns.Value => group.WriteAsync<double>(
                field, rows.Select(row => row.Value).ToArray(), cancellationToken: cancellationToken),
            HistoryColumns.IntervalLow => OptionalNumber(row => row.IntervalLow),
            HistoryColumns.IntervalHigh => OptionalNumber(row => row.IntervalHigh),
            HistoryColumns.Threshold => OptionalNumber(row => row.Threshold),
            HistoryColumns.Violated => group.WriteAsync<bool>(
                field, rows.Select(row => row.Violated).ToArray(), cancellationToken: cancellationToken),
            HistoryColumns.BaselineVersion => Text(row => row.BaselineVersion),
            HistoryColumns.EngineVersion => Text(row => row.EngineVersion),
            HistoryColumns.Outcome => Text(row => row.Outcome),
            _ => throw new InvalidOperationException($"No property of a row is the column {field.Name}."),
        };
        await written.ConfigureAwait(false);

        Task Text(Func<HistoryRow, string?> value) => group.WriteAsync(field, rows.Select(value).ToArray()!);

        Task OptionalNumber(Func<HistoryRow, double?> value) => group.WriteAsync<double>(
            field, rows.Select(value).ToArray(), cancellationToken: cancellationToken);

        Task Time(Func<HistoryRow, DateTimeOffset> value) => group.WriteAsync<DateTime>(
            field, rows.Select(row => value(row).UtcDateTime).ToArray(), cancellationToken: cancellationToken);
    }
}
