using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Makes the kind of a monitor from its definition and a baseline.</summary>
public static class MonitorKinds
{
    /// <summary>The data-quality kind of a monitor.</summary>
    /// <exception cref="ConfigurationException">The monitor overrides a column that the baseline does not have.</exception>
    public static DataQualityKind DataQualityOf(MonitorDefinition monitor, Baseline baseline) => new(baseline, new EvaluationOptions
    {
        Compatibility = monitor.Compatibility,
        Features = monitor.DataQuality?.Features ?? new Dictionary<string, FeatureSettings>(StringComparer.Ordinal),
        EmitMetrics = monitor.DataQuality?.EmitMetrics ?? true,
        Source = $"monitor {monitor.Name}",
    });

    /// <summary>The data-quality kind that a plan was made with.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="monitor">The monitor as it is now.</param>
    /// <param name="artifacts">Where its baselines are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">The baseline is gone, or it or the monitor has changed since.</exception>
    public static async Task<DataQualityKind> DataQualityOfAsync(
        RunPlan plan, MonitorDefinition monitor, IObjectStore artifacts, CancellationToken cancellationToken)
    {
        string folder = plan.BaselineVersion is { } version
            ? ObjectKeys.BaselineFolder(monitor.Name, version)
            : ObjectKeys.BaselinesOf(monitor.Name);
        Baseline baseline = await BaselineReader.ReadAsync(artifacts, folder, folder, cancellationToken).ConfigureAwait(false);
        DataQualityKind kind = DataQualityOf(monitor, baseline with { Version = plan.BaselineVersion });
        return kind.OptionsFingerprint == plan.OptionsFingerprint
            ? kind
            : throw new ConfigurationException(
                $"monitor {monitor.Name}", "", "it or its baseline has changed since this run was planned; the next run plans the window again.");
    }
}
