using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.Site;

/// <summary>Reads what a run's page is made of: its documents, and the statistics of its baseline.</summary>
/// <param name="artifacts">Where reports and baselines are.</param>
internal sealed class RunPageReader(IObjectStore artifacts)
{
    private readonly Dictionary<string, Task<StatisticsDocument?>> _baselines = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Reads it. A document that is missing or cannot be read is left out: the page says less, and is there.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="prefix">What the keys of its report start with.</param>
    /// <param name="baseline">The baseline's statistics; null to look where baselines are kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<RunPageModel> ReadAsync(
        RunRecord record, string endpoint, string prefix, StatisticsDocument? baseline, CancellationToken cancellationToken)
    {
        bool isJudged = record.Outcome is RunOutcome.Completed or RunOutcome.CompletedWithViolations;
        StatisticsDocument? current = isJudged && !record.StaleDocuments.Contains(ObjectKeys.Statistics)
            ? await FindStatisticsAsync(prefix + ObjectKeys.Statistics, cancellationToken).ConfigureAwait(false)
            : null;
        IReadOnlyList<Violation> violations = record.Violations > 0
            ? await FindViolationsAsync(prefix + ObjectKeys.ConstraintViolations, cancellationToken).ConfigureAwait(false)
            : [];
        if (isJudged)
        {
            baseline ??= await FindBaselineAsync(record, cancellationToken).ConfigureAwait(false);
        }

        return new RunPageModel(
            record, endpoint, EvidenceBuilder.Build(record, violations, baseline, current), prefix, baseline is not null);
    }

    private Task<StatisticsDocument?> FindBaselineAsync(RunRecord record, CancellationToken cancellationToken)
    {
        string folder = record.BaselineVersion is { } version
            ? ObjectKeys.BaselineFolder(record.Monitor, version)
            : ObjectKeys.BaselinesOf(record.Monitor);
        lock (_lock)
        {
            if (!_baselines.TryGetValue(folder, out Task<StatisticsDocument?>? reading))
            {
                reading = FindStatisticsAsync(folder + ObjectKeys.Statistics, cancellationToken);
                _baselines.Add(folder, reading);
            }

            return reading;
        }
    }

    private async Task<StatisticsDocument?> FindStatisticsAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? content = await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : StatisticsDocument.Read(key, content);
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<Violation>> FindViolationsAsync(string key, CancellationToken cancellationToken)
    {
        byte[]? content = await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? [] : ViolationsDocument.Read(key, content).Violations;
        }
        catch (ConfigurationException)
        {
            return [];
        }
    }
}
