using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.Site;

/// <summary>Finds the statistics that runs were compared with; those of a baseline are read once.</summary>
/// <param name="artifacts">Where baselines are.</param>
/// <param name="given">The statistics to take for every run instead; null to look for each run's own.</param>
internal sealed class BaselineFinder(IObjectStore artifacts, StatisticsDocument? given)
{
    private readonly Dictionary<string, Task<ReferenceStatistics?>> _found = new(StringComparer.Ordinal);
    private readonly ReferenceStatistics? _given = given is null ? null : new ReferenceStatistics(given);
    private readonly Lock _lock = new();

    /// <summary>Finds the statistics of a run's baseline; null when they are not there, or damaged, or the run judged nothing.</summary>
    public Task<ReferenceStatistics?> FindAsync(RunRecord record, CancellationToken cancellationToken)
    {
        if (!record.IsJudged || _given is not null)
        {
            return Task.FromResult(record.IsJudged ? _given : null);
        }

        string folder = record.BaselineVersion is { } version ? ObjectKeys.BaselineFolder(record.Monitor, version)
            : record.BaselinePrefix ?? ObjectKeys.BaselinesOf(record.Monitor);
        lock (_lock)
        {
            if (!_found.TryGetValue(folder, out Task<ReferenceStatistics?>? reading))
            {
                reading = ReadAsync(folder + ObjectKeys.Statistics, cancellationToken);
                _found.Add(folder, reading);
            }

            return reading;
        }
    }

    private async Task<ReferenceStatistics?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (!ObjectKeyPath.IsKey(key))
        {
            return null; // Whoever wrote the record would have us look elsewhere.
        }

        byte[]? content = await artifacts.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return content is null ? null : new ReferenceStatistics(StatisticsDocument.Read(key, content));
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }
}
