namespace ModelMonitor.Contracts.Monitors;

/// <summary>The endpoints whose capture monitors have configured.</summary>
public static class ConfiguredEndpoints
{
    /// <summary>What the names of all endpoint configurations made for it start with; permissions are given on it.</summary>
    public const string ConfigurationPrefix = "modelmonitor-";

    /// <summary>Their names, each once, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<MonitorDefinition> monitors) =>
    [
        .. monitors.Where(monitor => monitor.Capture.ConfigureEndpoint).Select(monitor => monitor.Endpoint)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
