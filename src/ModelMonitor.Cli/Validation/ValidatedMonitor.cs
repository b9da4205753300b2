using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Cli.Validation;

/// <summary>A monitor file and what checking it came to.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Definition">The monitor; null when it could not be read.</param>
/// <param name="Problems">What is wrong; a line of 0 means the file as a whole.</param>
internal sealed record ValidatedMonitor(string File, MonitorDefinition? Definition, IReadOnlyList<MonitorProblem> Problems)
{
    /// <summary>What is not wrong but may not be what was meant: sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Problems.Count == 0;
}
