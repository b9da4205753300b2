namespace ModelMonitor.Publishing;

/// <summary>A publication that failed.</summary>
/// <param name="Publisher">The publisher's name.</param>
/// <param name="Exception">What it threw.</param>
public sealed record PublishingFailure(string Publisher, Exception Exception);
