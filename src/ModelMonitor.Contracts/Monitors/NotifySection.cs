namespace ModelMonitor.Contracts.Monitors;

/// <summary>The ARNs of SNS topics that alarms notify, by their severity.</summary>
/// <param name="Info">Those of alarms that are worth knowing.</param>
/// <param name="Warning">Those of warnings.</param>
/// <param name="Critical">Those of critical alarms.</param>
public sealed record NotifySection(IReadOnlyList<string> Info, IReadOnlyList<string> Warning, IReadOnlyList<string> Critical)
{
    /// <summary>No topics.</summary>
    public static NotifySection None { get; } = OfAll([]);

    /// <summary>The same topics for every severity.</summary>
    public static NotifySection OfAll(IReadOnlyList<string> topics) => new(topics, topics, topics);

    /// <summary>The topics of a severity.</summary>
    public IReadOnlyList<string> Of(AlarmSeverity severity) => severity switch
    {
        AlarmSeverity.Info => Info,
        AlarmSeverity.Warning => Warning,
        _ => Critical,
    };
}
