using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.Site;

/// <summary>Finds what runs were compared with; the files of a baseline are read once.</summary>
/// <param name="artifacts">Where baselines are.</param>
/// <param name="given">The statistics to take for every run of data quality instead; null to look for each run's own.</param>
/// <param name="quality">The metrics to take for every run of model quality instead; null to look for each run's own.</param>
internal sealed class BaselineFinder(IObjectStore artifacts, StatisticsDocument? given, QualityStatisticsDocument? quality)
{
    private readonly Dictionary<string, Task<BaselineReference?>> _found = new(StringComparer.Ordinal);
    private readonly BaselineReference? _given = given is null ? null : new BaselineReference { Features = new ReferenceStatistics(given) };
    private readonly Lock _lock = new();

    /// <summary>Finds what a run was compared with; null when it is not there, or damaged, or the run judged nothing.</summary>
    public Task<BaselineReference?> FindAsync(RunRecord record, CancellationToken cancellationToken)
    {
        if (!record.IsJudged)
        {
            return Task.FromResult<BaselineReference?>(null);
        }

        switch (record.Kind)
        {
            case MonitorKindNames.Bias or MonitorKindNames.Attribution:
                return Task.FromResult<BaselineReference?>(new BaselineReference()); // Their records have the baseline's figures.
            case MonitorKindNames.ModelQuality when quality is not null:
                return Task.FromResult<BaselineReference?>(new BaselineReference { Quality = quality });
            case not MonitorKindNames.ModelQuality when _given is not null:
                return Task.FromResult<BaselineReference?>(_given);
        }

        string folder = record.BaselineVersion is { } version ? ObjectKeys.BaselineFolder(record.Monitor, version)
            : record.BaselinePrefix ?? ObjectKeys.BaselinesOf(record.Monitor);
        lock (_lock)
        {
            if (!_found.TryGetValue(folder, out Task<BaselineReference?>? reading))
            {
                reading = ReadAsync(record.Kind, folder, cancellationToken);
                _found.Add(folder, reading);
            }

            return reading;
        }
    }

    private Task<BaselineReference?> ReadAsync(string kind, string folder, CancellationToken cancellationToken) => kind switch
    {
        MonitorKindNames.ModelQuality => ReadAsync(
            folder + ObjectKeys.Statistics,
            (key, content) => new BaselineReference { Quality = QualityStatisticsDocument.Read(key, content) },
            cancellationToken),
        _ => ReadAsync(
            folder + ObjectKeys.Statistics,
            (key, content) => new BaselineReference { Features = new ReferenceStatistics(StatisticsDocument.Read(key, content)) },
            cancellationToken),
    };

    private async Task<BaselineReference?> ReadAsync(string key, Func<string, byte[], BaselineReference> read, CancellationToken cancellationToken)
    {
        if (!ObjectKeyPath.IsKey(key))
        {
            return null; // Whoever wrote the record would have us look elsewhere.
        }

        byte[]? content = await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : read(key, content);
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }
}
