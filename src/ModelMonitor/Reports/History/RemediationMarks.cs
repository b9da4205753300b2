using ModelMonitor.Remediation;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.History;

/// <summary>Finds what a monitor's alarms have started of late.</summary>
internal static class RemediationMarks
{
    /// <summary>The marks of the starts of the last weeks, with how each stands now; none where nothing was ever started, or a record is damaged.</summary>
    /// <param name="artifacts">Where remediations are recorded.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<HistoryMark>> ReadAsync(
        IObjectStore artifacts, string monitor, CancellationToken cancellationToken)
    {
        RemediationStore store = new(artifacts);
        List<HistoryMark> marks = [];
        try
        {
            RemediationHistory history = await store.ReadHistoryAsync(monitor, cancellationToken).ConfigureAwait(false);
            foreach (RemediationStart start in history.Starts)
            {
                RemediationRecord? record = await store.FindRecordAsync(start.RecordKey, cancellationToken).ConfigureAwait(false);
                marks.Add(new HistoryMark(start.Time, HistoryMark.Remediation, TitleOf(start, record?.Status), Link: null));
            }
        }
        catch (ConfigurationException)
        {
            return []; // Whoever decides about the next retraining says so; the pages of runs are to be had without.
        }

        return marks;
    }

    private static string TitleOf(RemediationStart start, RemediationStatus? status) => status switch
    {
        _ when start.IsDryRun => "dry run of retraining",
        RemediationStatus.Sent => "retraining asked for",
        RemediationStatus.Succeeded => "retraining succeeded",
        RemediationStatus.Failed or RemediationStatus.StartFailed => "retraining failed",
        RemediationStatus.Stopped => "retraining stopped",
        RemediationStatus.Overdue => "retraining overdue",
        _ => "retraining started",
    };
}
