using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Scripting;

/// <summary>Reads the scripts that a monitor names.</summary>
public static class MonitorScripts
{
    /// <summary>The names of a monitor's scripts.</summary>
    public static IEnumerable<string> NamesOf(MonitorDefinition monitor) =>
        new[] { monitor.Preprocess, monitor.Postprocess }.OfType<ScriptFile>().Select(script => script.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The monitor with its scripts' texts.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="read">Gives the text of a file beside the monitor's; null where there is none.</param>
    public static MonitorDefinition Load(MonitorDefinition monitor, Func<string, string?> read) => monitor with
    {
        Preprocess = monitor.Preprocess is { } before ? before with { Source = read(before.Name) } : null,
        Postprocess = monitor.Postprocess is { } after ? after with { Source = read(after.Name) } : null,
    };
}
