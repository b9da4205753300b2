using System.Text;
using ModelMonitor.Exports.History;

namespace ModelMonitor.Cli.Exporting;

/// <summary>Writes runs to one CSV file, UTF-8 without a mark.</summary>
internal sealed class CsvExport : IExportWriter
{
    private readonly ReplacedFile _file;
    private readonly StreamWriter _text;
    private readonly HistoryCsv _csv;

    /// <param name="path">The file.</param>
    public CsvExport(string path)
    {
        _file = new ReplacedFile(path);
        _text = new StreamWriter(_file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        _csv = new HistoryCsv(_text);
        _csv.WriteHeader();
    }

    /// <inheritdoc />
    public Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        foreach (HistoryRow row in rows)
        {
            _csv.Write(row);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task CompleteAsync()
    {
        await _text.FlushAsync().ConfigureAwait(false);
        await _file.CompleteAsync().ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
