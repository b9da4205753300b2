namespace ModelMonitor.Contracts.Monitors;

/// <summary>What reading a monitor file came to.</summary>
/// <param name="Monitors">The file's monitors, one of each kind that it has a section of, data quality first; none when there are problems.</param>
/// <param name="Problems">All that is wrong, in the order of the lines; empty when nothing is.</param>
public sealed record MonitorReading(IReadOnlyList<MonitorDefinition> Monitors, IReadOnlyList<MonitorProblem> Problems)
{
    /// <summary>The first of <see cref="Monitors"/>; null when there are problems.</summary>
    public MonitorDefinition? Definition => Monitors.Count == 0 ? null : Monitors[0];
}
