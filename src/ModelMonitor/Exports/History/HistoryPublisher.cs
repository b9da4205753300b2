using ModelMonitor.Contracts;
using ModelMonitor.Publishing;
using ModelMonitor.Reading;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Exports.History;

/// <summary>Writes a run's rows to the history, in place of those that an earlier run of its window left.</summary>
/// <remarks>
/// The report is read after the file in whose place the rows go, so that of two runs which publish at the same
/// time the one that holds an older report finds that file changed, and reads again. The same rows are not written twice.
/// </remarks>
public sealed class HistoryPublisher : IRunPublisher
{
    /// <inheritdoc />
    public string Name => "history";

    /// <inheritdoc />
    /// <exception cref="IOException">Others go on writing the same file.</exception>
    /// <exception cref="InvalidDataException">A document of the report is damaged.</exception>
    public async Task PublishAsync(CommittedRun run, CancellationToken cancellationToken)
    {
        if (run.Record is not { IsDone: true, Window: { } window })
        {
            return;
        }

        string key = ObjectKeys.HistoryFile(run.Monitor.Name, run.Record.Kind, window.Start, window.End);
        await run.Artifacts.UpdateAsync(
            key, present => UpdateAsync(run, window, present, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ObjectUpdate<bool>> UpdateAsync(
        CommittedRun run, TimeWindow window, StoredObject? present, CancellationToken cancellationToken)
    {
        StoredReport? report = await run.ReadReportAsync(cancellationToken).ConfigureAwait(false);
        if (report is not { Record.IsDone: true } || report.Record.Window != window || report.Record.Kind != run.Record.Kind)
        {
            // The folder has been left to another window since, which has a file of its own.
            return new ObjectUpdate<bool>(Result: false, Content: null);
        }

        if (report.Problem is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        byte[] content = await HistoryParquet.WriteAsync(
            HistoryRows.Of(report, run.Monitor.Endpoint), cancellationToken).ConfigureAwait(false);
        bool isThere = await run.Artifacts.HoldsAsync(present, content, cancellationToken).ConfigureAwait(false);
        return new ObjectUpdate<bool>(Result: !isThere, isThere ? null : content);
    }
}
