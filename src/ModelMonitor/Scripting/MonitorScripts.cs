using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Scripting;

/// <summary>Reads the files that a monitor names: its scripts, and its analysis configuration.</summary>
public static class MonitorScripts
{
    /// <summary>The names of a monitor's files.</summary>
    public static IEnumerable<string> NamesOf(MonitorDefinition monitor) =>
        new[] { monitor.Preprocess?.Name, monitor.Postprocess?.Name, monitor.Bias?.Configuration?.Name }.OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The monitor with its files' texts.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="read">Gives the text of a file beside the monitor's; null where there is none.</param>
    public static MonitorDefinition Load(MonitorDefinition monitor, Func<string, string?> read) => monitor with
    {
        Preprocess = monitor.Preprocess is { } before ? before with { Source = read(before.Name) } : null,
        Postprocess = monitor.Postprocess is { } after ? after with { Source = read(after.Name) } : null,
        Bias = monitor.Bias is { Configuration: { } configuration } bias
            ? bias with { Configuration = configuration with { Content = read(configuration.Name) } }
            : monitor.Bias,
    };
}
