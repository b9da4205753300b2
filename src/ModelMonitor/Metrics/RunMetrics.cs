using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Runs;

namespace ModelMonitor.Metrics;

/// <summary>Turns what is known of a run into metrics.</summary>
public static class RunMetrics
{
    /// <summary>All metrics of a run: what every run has, and what its kind found.</summary>
    /// <param name="record">What became of the run.</param>
    /// <param name="contributions">What its kind contributes; none when there was nothing to judge.</param>
    /// <param name="endpoint">The endpoint's name; null for batch transforms.</param>
    /// <returns>The metrics; none for a run over all events, which has no time.</returns>
    public static IEnumerable<MetricGroup> Of(RunRecord record, IEnumerable<KindMetrics> contributions, string? endpoint) =>
        RunFigures.Of(record) is { } figures
            ? [Of(figures), .. Of(contributions, record.Monitor, endpoint, figures.WindowEnd)]
            : [];

    /// <summary>The metrics of every run, in our own namespace.</summary>
    public static MetricGroup Of(RunFigures run)
    {
        List<Metric> metrics =
        [
            Metric.Of(MetricNames.RunCompleted, run.HasFailed ? 0 : 1, MetricUnit.Count),
            Metric.Of(MetricNames.RunFailed, run.HasFailed ? 1 : 0, MetricUnit.Count),
        ];
        Add(metrics, MetricNames.NoData, run.HasNoData is { } hasNoData ? (hasNoData ? 1 : 0) : null, MetricUnit.Count);
        Add(metrics, MetricNames.Violations, run.Violations, MetricUnit.Count);
        Add(metrics, MetricNames.DriftedShare, run.DriftedShare, MetricUnit.None);
        Add(metrics, MetricNames.LabelledShare, run.LabelledShare, MetricUnit.None);
        Add(metrics, MetricNames.Rows, run.Rows, MetricUnit.Count);
        Add(metrics, MetricNames.UnreadableRows, run.UnreadableRows, MetricUnit.Count);
        Add(metrics, MetricNames.RunSeconds, run.RunSeconds, MetricUnit.Seconds);
        Add(metrics, MetricNames.CaptureLagSeconds, run.CaptureLagSeconds, MetricUnit.Seconds);
        Add(metrics, MetricNames.LateObjects, run.LateObjects, MetricUnit.Count);
        Add(metrics, MetricNames.CostUsd, run.CostUsd, MetricUnit.None);
        return Own(run.Monitor, run.Kind, run.WindowEnd, metrics);
    }

    /// <summary>How many publications of a run failed, which is known only after its other metrics are out.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="kinds">The kinds of its monitor, all of which a run that failed before it was planned stands for.</param>
    /// <param name="failures">How many failed.</param>
    /// <returns>The metrics; none for a run over all events, which has no time.</returns>
    public static IEnumerable<MetricGroup> OfPublishing(RunRecord record, IReadOnlyList<string> kinds, int failures) => record.Window is { } window
        ? (record.Kind.Length > 0 ? [record.Kind] : kinds).Select(kind =>
            Own(record.Monitor, kind, window.End, [Metric.Of(MetricNames.PublicationFailures, failures, MetricUnit.Count)]))
        : [];

    /// <summary>The metrics that a run's kind contributes, under the names and dimensions that SageMaker Model Monitor gives them.</summary>
    /// <param name="contributions">What the kind found.</param>
    /// <param name="monitor">The monitor's name, which takes the place of the schedule's.</param>
    /// <param name="endpoint">The endpoint's name; null for batch transforms.</param>
    /// <param name="windowEnd">The end of the window.</param>
    public static IEnumerable<MetricGroup> Of(
        IEnumerable<KindMetrics> contributions, string monitor, string? endpoint, DateTimeOffset windowEnd)
    {
        MetricDimension schedule = new(MetricDimensions.MonitoringSchedule, monitor);
        foreach (KindMetrics contribution in contributions)
        {
            yield return endpoint is null
                ? new MetricGroup(
                    contribution.BatchNamespace, [schedule, .. contribution.Dimensions], windowEnd, contribution.Metrics)
                : new MetricGroup(
                    contribution.EndpointNamespace,
                    [new MetricDimension(MetricDimensions.Endpoint, endpoint), schedule, .. contribution.Dimensions],
                    windowEnd,
                    contribution.Metrics);
        }
    }

    private static MetricGroup Own(string monitor, string kind, DateTimeOffset windowEnd, IReadOnlyList<Metric> metrics) => new(
        MetricNamespaces.ModelMonitor,
        [new MetricDimension(MetricDimensions.Monitor, monitor), new MetricDimension(MetricDimensions.Kind, kind)],
        windowEnd,
        metrics);

    private static void Add(List<Metric> metrics, string name, double? value, MetricUnit unit)
    {
        if (value is { } known)
        {
            metrics.Add(Metric.Of(name, known, unit));
        }
    }
}
