using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Baselines;

/// <summary>A baseline that was made of a dataset, and how reading that went. Each kind has its own.</summary>
/// <param name="Reading">Rows, and what could not be read.</param>
public abstract record BuiltBaseline(ReadingReport Reading)
{
    /// <summary>Its files, in the order in which they are written: the one that a baseline cannot be without is the last.</summary>
    public abstract IReadOnlyList<RunDocument> Documents { get; }

    /// <summary>What it lacks and why, a sentence each, for whoever made it; empty where it lacks nothing.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
