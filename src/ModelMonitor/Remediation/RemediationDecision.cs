namespace ModelMonitor.Remediation;

/// <summary>What is done about an alarm's change.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The same in a sentence, for people.</param>
/// <param name="Notifies">Whether people are told besides what the alarm tells them.</param>
public sealed record RemediationDecision(RemediationReason Reason, string Explanation, bool Notifies = false)
{
    /// <summary>Whether a record is kept of it.</summary>
    public bool IsRecorded => Reason >= RemediationReason.BackToOk;

    /// <summary>Whether it counts as a start for what is decided next.</summary>
    public bool IsStart => Reason is RemediationReason.Start or RemediationReason.DryRun;
}
