using ModelMonitor.Documents;
using ModelMonitor.Publishing;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Runs;

/// <summary>What became of one window.</summary>
/// <param name="Record">The run's own record.</param>
/// <param name="IsRepeat">Whether the very same run had been done before, so that nothing was read or written now.</param>
/// <param name="Folder">The folder of the report.</param>
/// <param name="Files">The names of the report's files.</param>
/// <param name="Violations">The violations.</param>
internal sealed record RunResult(
    RunRecord Record, bool IsRepeat, string Folder, IReadOnlyList<string> Files, IReadOnlyList<Violation> Violations)
{
    /// <summary>The run's page; null for a run that has none.</summary>
    public string? Page { get; init; }

    /// <summary>What could not be published of it.</summary>
    public IReadOnlyList<PublishingFailure> Unpublished { get; init; } = [];
}
