using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>The columns watched for a sudden cluster of extreme values.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Significance">The chance of a false alarm in a window and column.</param>
public sealed record ExtremesOptions(IReadOnlyList<string> Columns, double Significance)
{
    /// <summary>What a monitor says; null where nothing is watched, as SageMaker Model Monitor watches nothing.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="baseline">The baseline, whose first or last column is the model's first output.</param>
    /// <exception cref="ConfigurationException">The monitor names a column that the baseline does not have.</exception>
    public static ExtremesOptions? Of(MonitorDefinition monitor, ConstraintsDocument baseline)
    {
        ExtremesSection section = monitor.DataQuality?.Extremes ?? new ExtremesSection();
        if (!section.Enabled || monitor.Compatibility == Compatibility.SageMaker || baseline.Features.Count == 0)
        {
            return null;
        }

        string output = baseline.Features[monitor.Capture.OutputColumnsPosition == OutputColumnsPosition.End ? ^1 : 0].Name;
        string? unknown = section.Columns?.FirstOrDefault(name => baseline.Features.All(feature => feature.Name != name));
        return unknown is null
            ? new ExtremesOptions(section.Columns ?? [output], section.Significance)
            : throw new ConfigurationException(
                $"monitor {monitor.Name}", "$.dataQuality.extremes.columns", $"expected columns of the baseline, which has none named '{unknown}'.");
    }
}
