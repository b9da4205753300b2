using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Makes the kind of a monitor from its definition and a baseline.</summary>
public static class MonitorKinds
{
    /// <summary>The data-quality kind of a monitor.</summary>
    /// <exception cref="ConfigurationException">The monitor overrides a column that the baseline does not have.</exception>
    public static DataQualityKind DataQualityOf(MonitorDefinition monitor, Baseline baseline) => new(baseline, OptionsOf(monitor, baseline));

    /// <summary>The data-quality kind of a monitor for a window.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="baselines">Its baselines.</param>
    /// <param name="window">The window.</param>
    /// <param name="record">The record of an earlier run of it; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">
    /// The monitor overrides a column that neither the window's version nor the current one has, or a file is damaged.
    /// </exception>
    public static async Task<WindowKind<DatasetProfile>> DataQualityOfAsync(
        MonitorDefinition monitor, WindowBaselines baselines, TimeWindow window, RunRecord? record, CancellationToken cancellationToken)
    {
        WindowBaseline chosen = await baselines.ChooseAsync(window, record, cancellationToken).ConfigureAwait(false);
        try
        {
            return new WindowKind<DatasetProfile>(DataQualityOf(monitor, chosen.Baseline), chosen.Notes);
        }
        catch (ConfigurationException) when (chosen.Baseline.Version != baselines.Standard.Version)
        {
            // The monitor goes with the current version; an old window must not hold up the others for that.
            string note = $"Version {chosen.Baseline.Version} of the baseline lacks a column that the monitor names now; the current one is used.";
            return new WindowKind<DatasetProfile>(DataQualityOf(monitor, baselines.Standard), [note]);
        }
    }

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
        baseline = baseline with { Version = plan.BaselineVersion };
        CalibrationFile? calibration = plan.BaselineVersion is null
            ? null
            : new CalibrationFile(artifacts, folder + ObjectKeys.Calibration, baseline.Fingerprint);
        EvaluationOptions options = OptionsOf(monitor, baseline);
        DataQualityKind kind = new(baseline, calibration is null ? options : options with
        {
            Calibration = calibration,
            Nulls = await calibration.ReadAsync(cancellationToken).ConfigureAwait(false),
        });
        return kind.OptionsFingerprint == plan.OptionsFingerprint
            ? kind.Looking(await RuleHistory.ReadAsync(
                kind.Rules, artifacts, monitor.Endpoint, monitor.Name, plan.Window, cancellationToken).ConfigureAwait(false))
            : throw new ConfigurationException(
                $"monitor {monitor.Name}", "", "it or its baseline has changed since this run was planned; the next run plans the window again.");
    }

    private static EvaluationOptions OptionsOf(MonitorDefinition monitor, Baseline baseline) => new()
    {
        Compatibility = monitor.Compatibility,
        Features = monitor.DataQuality?.Features ?? new Dictionary<string, FeatureSettings>(StringComparer.Ordinal),
        Drift = monitor.DataQuality?.Drift ?? new DriftSettings(),
        WindowsPerMonth = MonthlyWindows.Of(monitor),
        EmitMetrics = monitor.DataQuality?.EmitMetrics ?? true,
        Source = $"monitor {monitor.Name}",
        Rules = RuleSet.Of(monitor, $"monitor {monitor.Name}"),
        Extremes = ExtremesOptions.Of(monitor, baseline.Constraints),
    };
}
