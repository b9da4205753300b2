namespace ModelMonitor.Contracts.Monitors;

/// <summary>What the monitor's alarms that say <c>remediate</c> start, and how often at most.</summary>
/// <param name="Target">What is started.</param>
public sealed record RemediationSection(RemediationTarget Target)
{
    /// <summary>How long nothing is started after a start; the default is a day.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many times it is started within any seven days at most; the default is two.</summary>
    public int MaxPerWeek { get; init; } = 2;

    /// <summary>How many rows the judged window must have for its violations to count; the default is 100.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>How long what was started may take before somebody is told, and it no longer counts as running; the default is a day.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When nothing is started; the default is never.</summary>
    public IReadOnlyList<MaintenanceWindow> Maintenance { get; init; } = [];

    /// <summary>The parameters that a pipeline is started with, of <see cref="RemediationParameter"/>; the default is all.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = RemediationParameter.All;

    /// <summary>Whether nothing is started and people are only told what would be; true is the default.</summary>
    public bool DryRun { get; init; } = true;
}
