using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using Parquet;
using Parquet.Schema;
using ColumnMetaData = Parquet.Meta.ColumnMetaData;

namespace ModelMonitor.Datasets;

/// <summary>Reads rows from Parquet files, one row group at a time, each cell as the text that Spark casts it to.</summary>
/// <remarks>
/// Structures are flattened to columns <c>a.b</c>. Lists, maps and types without a text are left out and noted
/// once for each file. Memory is that of one row group with all its columns. A damaged file gives the row groups
/// before the damage.
/// </remarks>
/// <param name="rows">Takes the rows.</param>
internal sealed class ParquetDatasetReader(DatasetRows rows)
{
    private static readonly ParquetOptions Options = new() { UseBigDecimal = true, UseDateOnlyTypeForDates = true, TreatByteArrayAsString = true };

    /// <summary>Reads one file to its end.</summary>
    /// <param name="stream">The file, which must be seekable.</param>
    /// <param name="file">The file's name in the report.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public void Read(Stream stream, string file, CancellationToken cancellationToken = default)
    {
        try
        {
            ParquetFooter.Check(stream);

            // The library is asynchronous throughout; readers of datasets run on threads of their own and block.
            ReadAsync(stream, file, cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // On damaged files the library fails in whatever way the bytes lead it to, so no narrower type would do.
            rows.Report.AddUnreadable(file, 0, $"not a readable Parquet file: {Excerpt.Of(Encoding.UTF8.GetBytes(exception.Message))}");
        }
    }

    private async Task ReadAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        ParquetReader reader = await ParquetReader.CreateAsync(stream, Options, leaveStreamOpen: true, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            List<DataField> fields = SelectFields(reader.Schema, file);
            ColumnSet names = new(fields.Select(field => string.Join('.', field.Path.ToList())));
            int[] indexes = [.. names.Names.Select(rows.Columns.GetOrAdd)];
            for (int group = 0; group < reader.RowGroupCount; group++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ReadRowGroupAsync(stream, reader, group, fields, indexes, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private List<DataField> SelectFields(ParquetSchema schema, string file)
    {
        List<DataField> fields = [];
        HashSet<string> leftOut = new(StringComparer.Ordinal);
        foreach (DataField field in schema.DataFields)
        {
            if (field.MaxRepetitionLevel == 0 && ParquetCells.CanWrite(field))
            {
                fields.Add(field);
            }
            else if (leftOut.Add(field.Path.FirstPart ?? ""))
            {
                string reason = field.MaxRepetitionLevel > 0 ? "lists and maps" : "values of this type";
                rows.Report.AddUnreadable(file, 0, $"column {Excerpt.Of(Encoding.UTF8.GetBytes(field.Path.FirstPart ?? ""))} was left out: {reason} have no text to profile");
            }
        }

        return fields;
    }

    private async Task ReadRowGroupAsync(
        Stream stream, ParquetReader reader, int group, List<DataField> fields, int[] indexes, CancellationToken cancellationToken)
    {
        using ParquetRowGroupReader rowGroup = reader.OpenRowGroupReader(group);
        ParquetCells?[] columns = new ParquetCells?[fields.Count];
        int rowCount = checked((int)rowGroup.RowCount);
        for (int i = 0; i < columns.Length; i++)
        {
            if (indexes[i] >= 0)
            {
                columns[i] = await ReadColumnAsync(stream, rowGroup, fields[i], rowCount, cancellationToken).ConfigureAwait(false);
            }
        }

        WriteRows(columns, indexes, rowCount);
    }

    /// <summary>Reads a column, after a look whether its sizes can be true: a damaged one may claim more than memory holds.</summary>
    private static async Task<ParquetCells> ReadColumnAsync(
        Stream stream, ParquetRowGroupReader rowGroup, DataField field, int rowCount, CancellationToken cancellationToken)
    {
        ColumnMetaData? column = rowGroup.GetMetadata(field)?.MetaData;
        if (column is null || column.NumValues != rowCount)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"column {field.Path} holds {column?.NumValues ?? 0} values for {rowCount} rows"));
        }

        ParquetPages.Check(stream, column);
        return await ParquetCells.ReadAsync(rowGroup, field, rowCount, cancellationToken).ConfigureAwait(false);
    }

    private void WriteRows(ParquetCells?[] columns, int[] indexes, int rowCount)
    {
        for (int row = 0; row < rowCount; row++)
        {
            RowBatch batch = rows.Batch;
            batch.BeginRow();
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i]?.WriteNext(batch, indexes[i]);
            }

            rows.EndRow(line: 0);
        }
    }
}
