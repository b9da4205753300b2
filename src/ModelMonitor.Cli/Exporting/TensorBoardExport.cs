using ModelMonitor.Exports.History;
using ModelMonitor.Exports.TensorBoard;

namespace ModelMonitor.Cli.Exporting;

/// <summary>Writes runs to event files, one in a folder of each monitor's name.</summary>
/// <param name="folder">The folder of these, TensorBoard's <c>--logdir</c>.</param>
internal sealed class TensorBoardExport(string folder) : IExportWriter
{
    private readonly Dictionary<string, (ReplacedFile File, RunEvents Events)> _monitors = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        string monitor = rows[0].Monitor;
        if (!_monitors.TryGetValue(monitor, out var written))
        {
            ReplacedFile file = new(Path.Combine(folder, monitor, RunEvents.FileName));
            written = (file, new RunEvents(file.Stream));
            _monitors.Add(monitor, written);
        }

        written.Events.Write(rows);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task CompleteAsync()
    {
        foreach ((ReplacedFile file, _) in _monitors.Values)
        {
            await file.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach ((ReplacedFile file, _) in _monitors.Values)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
