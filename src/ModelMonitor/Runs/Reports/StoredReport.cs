using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Reports;

/// <summary>A run's record with the documents of its report.</summary>
/// <param name="Record">The record.</param>
/// <param name="Statistics">What the data were; null when there were none, only the columns were checked, or the monitor is of another kind.</param>
/// <param name="Violations">What was violated; empty when nothing was. Of other kinds than data quality the feature's name is that of the metric.</param>
public sealed record StoredReport(RunRecord Record, StatisticsDocument? Statistics, IReadOnlyList<Violation> Violations)
{
    /// <summary>How well the model did; null of other kinds of monitors.</summary>
    public QualityStatisticsDocument? Quality { get; init; }

    /// <summary>Why a document is left out though the record names it: it is not what its name says; null when none is.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads a report.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report; null when there is no record, or it cannot be read.</returns>
    public static async Task<StoredReport?> ReadAsync(IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        RunRecord? record = await ReportFolder.FindRecordAsync(store, prefix, cancellationToken).ConfigureAwait(false);
        return record is null ? null : await ReadAsync(store, prefix, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the documents of a report whose record is known.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<StoredReport> ReadAsync(
        IObjectStore store, string prefix, RunRecord record, CancellationToken cancellationToken)
    {
        string? problem = null;
        StoredReport report = new(
            record,
            Statistics: null,
            await FindAsync(ObjectKeys.ConstraintViolations, (key, content) => ReportViolations.Read(record.Kind, key, content)).ConfigureAwait(false) ?? []);
        report = record.Kind switch
        {
            MonitorKindNames.Bias or MonitorKindNames.Attribution => report, // The record has all that their analysis.json says.
            MonitorKindNames.ModelQuality =>
                report with { Quality = await FindAsync(ObjectKeys.Statistics, QualityStatisticsDocument.Read).ConfigureAwait(false) },
            _ => report with { Statistics = await FindAsync(ObjectKeys.Statistics, StatisticsDocument.Read).ConfigureAwait(false) },
        };
        return report with { Problem = problem };

        async Task<T?> FindAsync<T>(string name, Func<string, ReadOnlyMemory<byte>, T> read)
            where T : class
        {
            if (!record.HasDocument(name)
                || await store.TryReadAllAsync(prefix + name, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                return null;
            }

            try
            {
                return read(prefix + name, content);
            }
            catch (ConfigurationException exception)
            {
                problem ??= exception.Message;
                return null;
            }
        }
    }
}
