using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>Reads rows from CSV files; an empty cell, quoted or not, is a missing one.</summary>
/// <param name="rows">Takes the rows.</param>
/// <param name="format">How the files are written.</param>
/// <param name="positional">
/// The columns that the fields of a file without a header fill, in order; null to name them <c>_c0</c>,
/// <c>_c1</c> … after the first row. A file with a header names its columns itself.
/// </param>
/// <param name="blockSize">How many bytes are read at once.</param>
/// <param name="maximumRecordLength">The longest record, in bytes.</param>
internal sealed class CsvDatasetReader(
    DatasetRows rows,
    CsvFormat format,
    IReadOnlyList<string>? positional,
    int blockSize = 1 << 18,
    int maximumRecordLength = CsvTokenizer.MaximumRecordLength)
{
    /// <summary>Reads one file to its end.</summary>
    /// <param name="stream">The text, not compressed.</param>
    /// <param name="file">The file's name in the report.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public void Read(Stream stream, string file, CancellationToken cancellationToken = default)
    {
        CsvTokenizer reader = new(stream, (byte)format.Delimiter, blockSize, maximumRecordLength);
        CsvColumns? columns = !format.Header && positional is not null ? CsvColumns.FromNames(rows.Columns, positional) : null;
        CsvRecordOutcome outcome;
        while ((outcome = reader.Read()) != CsvRecordOutcome.End)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (outcome == CsvRecordOutcome.Record && reader.IsBlank)
            {
                continue;
            }

            string? fault = FaultOf(outcome, reader);
            if (columns is null && format.Header)
            {
                fault ??= FaultOfHeader(reader);
                if (fault is not null)
                {
                    rows.Report.AddUnreadable(file, reader.Line, $"the header cannot be read, so the file was left out: {fault}");
                    return;
                }

                columns = CsvColumns.FromHeader(rows.Columns, reader);
                continue;
            }

            if (fault is null)
            {
                columns ??= CsvColumns.FromCount(rows.Columns, reader.FieldCount);
                fault = reader.FieldCount == columns.FieldCount ? null : $"expected {columns.FieldCount} fields, found {reader.FieldCount}";
            }

            if (fault is not null)
            {
                rows.Report.AddUnreadable(file, reader.Line, fault);
                continue;
            }

            AddRow(reader, columns!);
        }
    }

    private string? FaultOf(CsvRecordOutcome outcome, CsvTokenizer reader) => outcome switch
    {
        CsvRecordOutcome.UnclosedQuote => "a quote is opened and never closed",
        CsvRecordOutcome.TextAfterQuote => "a closing quote is followed by text instead of a delimiter",
        CsvRecordOutcome.TooLong => $"the record is longer than {maximumRecordLength} bytes: perhaps a quote is never closed",
        _ => reader.IsValidText ? null : "the text is not valid UTF-8",
    };

    private static string? FaultOfHeader(CsvTokenizer header)
    {
        foreach (CsvField field in header.Fields)
        {
            if (field.Length > ColumnSet.MaximumNameLength)
            {
                return $"a column's name is longer than {ColumnSet.MaximumNameLength} bytes";
            }
        }

        return null;
    }

    /// <summary>Copies the record in one piece; only fields with quotes inside are copied once more.</summary>
    private void AddRow(CsvTokenizer reader, CsvColumns columns)
    {
        RowBatch batch = rows.Batch;
        ReadOnlySpan<byte> record = reader.Record;
        ReadOnlySpan<CsvField> fields = reader.Fields;
        ReadOnlySpan<int> indexes = columns.Indexes;
        if (columns.FillsAll)
        {
            batch.BeginRow(indexes.Length);
        }
        else
        {
            batch.BeginRow();
        }

        int start = batch.Append(record);
        for (int i = 0; i < fields.Length && i < indexes.Length; i++)
        {
            CsvField field = fields[i];
            if (indexes[i] < 0)
            {
                continue;
            }

            if (field.Escaped)
            {
                int unescapedStart = batch.TextLength;
                batch.Commit(CsvQuotes.Unescape(record.Slice(field.Start, field.Length), batch.Reserve(field.Length)));
                batch.SetCell(indexes[i], unescapedStart, batch.TextLength - unescapedStart);
            }
            else
            {
                batch.SetCell(indexes[i], start + field.Start, field.Length);
            }
        }

        rows.EndRow(reader.Line);
    }
}
