using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Failures;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Remediation;

/// <summary>Finds what the last judged window of a monitor says, and since when.</summary>
/// <param name="artifacts">Where the reports are.</param>
internal sealed class EvidenceReader(IObjectStore artifacts)
{
    private const int LookedBack = 24;
    private const int MostFeatures = 10;
    private const int LongestName = 100;

    /// <summary>Reads the records of the last windows.</summary>
    /// <returns>The evidence; null when none of the windows was judged, or its record is gone.</returns>
    public async Task<RemediationEvidence?> ReadAsync(MonitorDefinition monitor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RunRecord?[] found = await BoundedConcurrency.SelectAsync(
            EndsOf(monitor, now),
            (end, stop) => ReportFolder.FindRecordAsync(artifacts, ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, end), stop),
            cancellationToken).ConfigureAwait(false);
        RunRecord[] judged = [.. found.OfType<RunRecord>().Where(record => record is
        {
            Outcome: RunOutcome.Completed or RunOutcome.CompletedWithViolations, Window: not null,
        })];
        return judged.Length == 0 ? null : Describe(monitor, judged);
    }

    /// <summary>The ends of the last windows, oldest first: of a monitor with stages, of each stage's.</summary>
    private static DateTimeOffset[] EndsOf(MonitorDefinition monitor, DateTimeOffset now)
    {
        IEnumerable<Schedule> schedules = monitor.Stages.Count == 0 ? [monitor.Schedule] : monitor.Stages.Select(stage => stage.Schedule);
        return
        [
            .. from schedule in schedules
               let staged = monitor with { Schedule = schedule }
               let due = staged.WindowDueAt(now)
               where due is not null
               from window in staged.WindowsBefore(due.Value, LookedBack - 1).Append(due.Value)
               group window by window.End into ending
               orderby ending.Key
               select ending.Key,
        ];
    }

    private static RemediationEvidence Describe(MonitorDefinition monitor, RunRecord[] judged)
    {
        RunRecord last = judged[^1];
        FeatureFinding[] drifted = [.. FeaturesOf(last).Where(feature => feature is { Drifted: true, Distance: not null })];
        return new RemediationEvidence
        {
            ReportFolder = ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, last.Window!.End),
            Window = last.Window,
            Rows = last.Rows,
            Violations = last.Violations,
            BaselineVersion = last.BaselineVersion,
            DriftedFeatures = drifted.Length,
            Drifted =
            [
                .. drifted
                    .OrderByDescending(feature => feature.Distance!.Value - (feature.Threshold ?? 0.0))
                    .ThenBy(feature => feature.Name, StringComparer.Ordinal)
                    .Take(MostFeatures)
                    .Select(feature => new DriftedFeature(
                        FailureMessage.Plain(feature.Name, LongestName),
                        feature.Distance!.Value,
                        feature.Threshold ?? 0.0,
                        SinceWhen(feature.Name, judged))),
            ],
        };
    }

    /// <summary>The features of a record; none of one that a person cut short, whose list is null whatever its type says.</summary>
    private static IReadOnlyList<FeatureFinding> FeaturesOf(RunRecord record) => record.Features ?? [];

    private static DateTimeOffset SinceWhen(string feature, RunRecord[] judged)
    {
        int first = judged.Length - 1;
        while (first > 0 && FeaturesOf(judged[first - 1]).Any(earlier => earlier.Drifted && earlier.Name == feature))
        {
            first--;
        }

        return judged[first].Window!.Start;
    }
}
