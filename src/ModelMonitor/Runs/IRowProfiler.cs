using ModelMonitor.Capture;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>How rows become a state: the half of a monitor kind that shards need.</summary>
/// <typeparam name="TState">What is kept of the rows.</typeparam>
public interface IRowProfiler<TState>
    where TState : IMergeableState<TState>
{
    /// <summary>The name in commands and files, such as <c>data-quality</c>.</summary>
    string Name { get; }

    /// <summary>The columns of the baseline in order, which payloads without names are matched with; null for none.</summary>
    IReadOnlyList<string>? BaselineColumns { get; }

    /// <summary>A hash of what becomes of rows before they are profiled; null where they are profiled as they are.</summary>
    string? RowsFingerprint => null;

    /// <summary>Whether a script turns captured records into rows, which then name their columns themselves.</summary>
    bool Preprocesses => false;

    /// <summary>What it wants of ground truth, where there is any to join; null, the default, for nothing.</summary>
    LabelRequest? Labels => null;

    /// <summary>A state of no rows.</summary>
    /// <param name="columns">The columns, to which the reader may add.</param>
    TState CreateState(ColumnSet columns);

    /// <summary>Where rows go in to reach <paramref name="state"/>.</summary>
    IRowSink GetSink(TState state);

    /// <summary>What turns captured records into rows; null where <see cref="Preprocesses"/> is false.</summary>
    /// <param name="state">Counts the records.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts the rows.</param>
    RecordPreprocessor? CreatePreprocessor(TState state, IRowSink sink, ReadingReport report) => null;
}
