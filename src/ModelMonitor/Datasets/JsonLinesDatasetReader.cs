using System.Text.Unicode;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Datasets;

/// <summary>Reads rows from JSON Lines files: each line is a record as <see cref="JsonRecordReader"/> understands it, or several.</summary>
/// <remarks>A line is taken or refused as a whole. Columns are added as they are met; <see cref="JsonLinesFormat.ColumnOrder"/> says how documents order them.</remarks>
/// <param name="columns">The columns, to which names that are new are added.</param>
/// <param name="sink">Takes the rows.</param>
/// <param name="report">Takes the counts, and what could not be read.</param>
/// <param name="positional">The columns that the items of arrays fill; null for <c>_c0</c>, <c>_c1</c> …</param>
internal sealed class JsonLinesDatasetReader(ColumnSet columns, IRowSink sink, ReadingReport report, IReadOnlyList<string>? positional)
{
    private readonly LineReader _lines = new();
    private readonly JsonRecordReader _json = new();
    private readonly RecordBuffer _records = new(columns);

    /// <summary>Reads one file to its end.</summary>
    /// <param name="stream">The file, which may be gzip.</param>
    /// <param name="file">The file's name in the report.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDataException">The file is damaged gzip.</exception>
    public void Read(Stream stream, string file, CancellationToken cancellationToken = default)
    {
        RowWriter rows = new(columns, positional, sink, report) { File = file };
        _lines.Open(stream, range: null, cancellationToken);
        try
        {
            while (_lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (FaultOf(line, rows, file) is string fault)
                {
                    report.AddUnreadable(file, _lines.LineNumber, fault);
                }
            }
        }
        finally
        {
            _lines.Close();
            rows.Flush();
        }
    }

    /// <summary>Writes the rows of a line; or says why none was written.</summary>
    private string? FaultOf(ReadOnlySpan<byte> line, RowWriter rows, string file)
    {
        if (_lines.IsTooLong)
        {
            return $"the line is longer than {LineReader.DefaultMaximumLength} bytes";
        }

        if (!Utf8.IsValid(line))
        {
            return "the text is not valid UTF-8";
        }

        _records.Clear();
        if (!_json.TryRead(line, _records, out string reason))
        {
            return reason;
        }

        for (int i = 0; i < _records.RecordCount; i++)
        {
            Record record = _records.Record(i, _records.Text);
            if (!rows.TryWrite(record, default, _lines.LineNumber))
            {
                report.AddUnreadable(file, _lines.LineNumber, rows.Misfit(record, default));
            }
        }

        return null;
    }
}
