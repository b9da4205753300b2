using ModelMonitor.Exports.History;

namespace ModelMonitor.Cli.Exporting;

/// <summary>Writes runs in some form. Disposed before it is completed it leaves nothing half written.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    /// <summary>Writes a run.</summary>
    /// <param name="rows">Its rows, at least one.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken);

    /// <summary>Puts what was written in its place.</summary>
    Task CompleteAsync();
}
