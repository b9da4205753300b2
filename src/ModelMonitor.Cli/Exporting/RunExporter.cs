using ModelMonitor.Aws.Storage;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Exports;
using ModelMonitor.Exports.History;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Exporting;

/// <summary>Exports the runs whose reports are in a store.</summary>
internal static class RunExporter
{
    /// <summary>Exports the runs of a request.</summary>
    /// <exception cref="ConfigurationException">There is no report, or none of the monitor.</exception>
    public static async Task<ExportResult> ExportAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        IObjectStore artifacts = await StorePath.OpenExistingAsync(
            request.Artifacts, "--artifacts", cancellationToken).ConfigureAwait(false);
        StoredRunReader reader = new(artifacts);
        await CheckAsync(reader, request, cancellationToken).ConfigureAwait(false);
        IExportWriter writer = Open(request);
        await using (writer.ConfigureAwait(false))
        {
            HashSet<string> monitors = new(StringComparer.Ordinal);
            List<StoredRunReading> unreadable = [];
            int runs = 0;
            long count = 0;
            await foreach (StoredRunReading reading in reader.ReadAsync(request.Selection, cancellationToken).ConfigureAwait(false))
            {
                if (reading.Report is not { } report)
                {
                    unreadable.Add(reading);
                    continue;
                }

                IReadOnlyList<HistoryRow> rows = HistoryRows.Of(report, reading.Key.Endpoint);
                await writer.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
                monitors.Add(report.Record.Monitor);
                runs++;
                count += rows.Count;
            }

            await writer.CompleteAsync().ConfigureAwait(false);
            return new ExportResult(request.Target, monitors.Count, runs, count, unreadable);
        }
    }

    private static IExportWriter Open(ExportRequest request) => request.Form switch
    {
        ExportForm.Csv => new CsvExport(request.Target),
        ExportForm.TensorBoard => new TensorBoardExport(request.Target),
        _ => new ParquetExport(StorePath.OpenForWriting(request.Target, "--parquet")),
    };

    private static async Task CheckAsync(StoredRunReader reader, ExportRequest request, CancellationToken cancellationToken)
    {
        if (request.Form != ExportForm.Parquet && StorePath.IsS3(request.Target))
        {
            throw new ConfigurationException(
                request.Form == ExportForm.Csv ? "--csv" : "--tensorboard", "", "expected a place on this machine; only --parquet writes to S3.");
        }

        IReadOnlyList<string> monitors = await reader.FindMonitorsAsync(cancellationToken).ConfigureAwait(false);
        if (monitors.Count == 0)
        {
            throw new ConfigurationException(
                "--artifacts", "", $"there is no run below '{StorePath.Combine(request.Artifacts, ObjectKeys.Reports)}'; "
                    + "give the bucket of a deployment, or the --output of `run --monitor`.");
        }

        if (request.Selection.Monitor is { } name && !monitors.Contains(name, StringComparer.Ordinal))
        {
            string hint = EditDistance.FindNearest(name, [.. monitors]) is { } nearest ? $"; did you mean {nearest}?" : ".";
            throw new ConfigurationException("--monitor", "", $"there is no run of a monitor '{name}'{hint}");
        }
    }
}
