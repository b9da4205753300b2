using ModelMonitor.Baselines;
using ModelMonitor.Cli.Runs;

namespace ModelMonitor.Cli.Demonstration;

/// <summary>What a demonstration came to.</summary>
/// <param name="Folder">Where everything is.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Hours">The runs, hour by hour.</param>
/// <param name="Evidence">The features that drift, in the order of the columns.</param>
internal sealed record DemoResult(
    DemoFolder Folder, BaselineResult Baseline, IReadOnlyList<RunResult> Hours, IReadOnlyList<DriftEvidence> Evidence);
