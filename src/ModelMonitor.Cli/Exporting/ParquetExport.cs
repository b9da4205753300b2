using ModelMonitor.Contracts;
using ModelMonitor.Exports.History;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Exporting;

/// <summary>Writes each run to a Parquet file of its own, as the history has them.</summary>
/// <param name="store">Takes the files; each is whole or not there.</param>
internal sealed class ParquetExport(IObjectStore store) : IExportWriter
{
    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        HistoryRow run = rows[0];
        byte[] content = await HistoryParquet.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
        string key = ObjectKeys.HistoryFileName(run.Monitor, run.Kind, run.WindowStart, run.WindowEnd);
        await store.PutAsync(key, content, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task CompleteAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
