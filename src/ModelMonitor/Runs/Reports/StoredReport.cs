using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Reports;

/// <summary>A run's record with the documents of its report.</summary>
/// <param name="Record">The record.</param>
/// <param name="Statistics">What the data were; null when there were none, or only the columns were checked.</param>
/// <param name="Violations">What was violated; empty when nothing was.</param>
public sealed record StoredReport(RunRecord Record, StatisticsDocument? Statistics, IReadOnlyList<Violation> Violations)
{
    /// <summary>Reads a report.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="prefix">What its keys start with.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report; null when there is no record, or it cannot be read.</returns>
    /// <exception cref="ConfigurationException">A document is not what its name says.</exception>
    public static async Task<StoredReport?> ReadAsync(IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        RunRecord? record = await ReportFolder.FindRecordAsync(store, prefix, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return null;
        }

        byte[]? statistics = await FindAsync(ObjectKeys.Statistics).ConfigureAwait(false);
        byte[]? violations = await FindAsync(ObjectKeys.ConstraintViolations).ConfigureAwait(false);
        return new StoredReport(
            record,
            statistics is null ? null : StatisticsDocument.Read(prefix + ObjectKeys.Statistics, statistics),
            violations is null ? [] : ViolationsDocument.Read(prefix + ObjectKeys.ConstraintViolations, violations).Violations);

        // What lies beside the record without being named there is of another run.
        async Task<byte[]?> FindAsync(string name) =>
            record.Outcome is RunOutcome.Completed or RunOutcome.CompletedWithViolations
            && (record.Documents?.Any(document => document.Name == name) ?? !record.StaleDocuments.Contains(name, StringComparer.Ordinal))
                ? await store.TryReadAllAsync(prefix + name, cancellationToken).ConfigureAwait(false)
                : null;
    }
}
