namespace ModelMonitor.Remediation;

/// <summary>What reading an event of an alarm came to: the change, or why it is none that counts.</summary>
/// <param name="Change">The change; null when it does not count.</param>
/// <param name="Refusal">Why it does not count; null when it does.</param>
internal sealed record AlarmReading(AlarmChange? Change, RemediationDecision? Refusal);
