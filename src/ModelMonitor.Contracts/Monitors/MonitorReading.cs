namespace ModelMonitor.Contracts.Monitors;

/// <summary>What reading a monitor file came to.</summary>
/// <param name="Definition">The monitor; null when there are problems.</param>
/// <param name="Problems">All that is wrong, in the order of the lines; empty when nothing is.</param>
public sealed record MonitorReading(MonitorDefinition? Definition, IReadOnlyList<MonitorProblem> Problems);
