namespace ModelMonitor.Runs.Failures;

/// <summary>What became of a failure.</summary>
/// <param name="Key">Where it is kept.</param>
/// <param name="Failure">The failure.</param>
/// <param name="Record">The window's record afterwards: of the failure, or of the report that is there; null when the window is unknown.</param>
public sealed record RecordedFailure(string Key, FailureRecord Failure, RunRecord? Record);
