namespace ModelMonitor.Contracts.Monitors;

/// <summary>The names of the kinds of monitors, in messages, metrics and the documents of runs.</summary>
public static class MonitorKindNames
{
    /// <summary>Every column against the baseline.</summary>
    public const string DataQuality = "data-quality";

    /// <summary>Predictions against what came true.</summary>
    public const string ModelQuality = "model-quality";

    /// <summary>The kinds that a monitor's sections ask for.</summary>
    public static IReadOnlyList<string> Of(MonitorDefinition monitor) => monitor.DataQuality is null ? [] : [DataQuality];
}
