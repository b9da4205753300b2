using ModelMonitor.Documents;
using ModelMonitor.GroundTruth;

namespace ModelMonitor.Runs;

/// <summary>A monitor with its baseline, ready for runs in one process.</summary>
public interface IPreparedKind
{
    /// <summary>The statistics of a data-quality baseline, which its pages show; null for any other.</summary>
    StatisticsDocument? Statistics { get; }

    /// <summary>What it wants of ground truth that is joined to its rows; null for nothing.</summary>
    LabelRequest? Labels { get; }

    /// <summary>Runs one window from plan to report, as <see cref="MonitoringRun"/> does.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunRecord> ExecuteAsync(RunSettings settings, TimeProvider time, IProgress<RunProgress>? progress, CancellationToken cancellationToken);
}
