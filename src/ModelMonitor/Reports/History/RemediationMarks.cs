using ModelMonitor.Remediation;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports.History;

/// <summary>Finds what a monitor's alarms have started of late.</summary>
internal static class RemediationMarks
{
    /// <summary>The marks of the starts of the last weeks, with how each stands now; null where nothing was ever started, or a record is damaged.</summary>
    /// <param name="artifacts">Where remediations are recorded.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<MarkedSpan?> ReadAsync(
        IObjectStore artifacts, string monitor, CancellationToken cancellationToken)
    {
        RemediationStore store = new(artifacts);
        try
        {
            RemediationHistory history = await store.ReadHistoryAsync(monitor, cancellationToken).ConfigureAwait(false);
            List<HistoryMark> marks = [];
            foreach (RemediationStart start in history.Starts)
            {
                RemediationRecord? record = await store.FindRecordAsync(start.RecordKey, cancellationToken).ConfigureAwait(false);
                marks.Add(new HistoryMark(start.Time, HistoryMark.Remediation, TitleOf(start, record?.Status), Link: null));
            }

            return history.CompleteAfter() is { } after ? new MarkedSpan(HistoryMark.Remediation, after, marks) : null;
        }
        catch (ConfigurationException)
        {
            return null; // Whoever decides about the next retraining says so; the pages of runs are to be had without.
        }
    }

    private static string TitleOf(RemediationStart start, RemediationStatus? status) => status switch
    {
        _ when start.IsDryRun => "dry run of retraining",
        RemediationStatus.Sent => "retraining asked for",
        RemediationStatus.Succeeded => "retraining succeeded",
        RemediationStatus.Failed => "retraining failed",
        RemediationStatus.StartFailed => "retraining could not be started",
        RemediationStatus.Stopped => "retraining stopped",
        RemediationStatus.Overdue => "retraining overdue",
        _ => "retraining started",
    };
}
