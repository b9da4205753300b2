namespace ModelMonitor.Infra.Monitoring;

/// <summary>Where people are sent who look at an alarm or a dashboard.</summary>
/// <param name="RunbookUrl">The page of the runbook, without anchor.</param>
/// <param name="Pages">The pages of reports.</param>
internal sealed record Guidance(string RunbookUrl, ReportPages Pages);
