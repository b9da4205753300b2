namespace ModelMonitor.Publishing;

/// <summary>That a publisher could not publish a run.</summary>
/// <param name="Publisher">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record PublishingFailure(string Publisher, string Reason);
