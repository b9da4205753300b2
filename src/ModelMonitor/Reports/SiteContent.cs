namespace ModelMonitor.Reports;

/// <summary>What a site that was built holds.</summary>
/// <param name="Monitors">Monitors with a page.</param>
/// <param name="Runs">Runs with a page.</param>
public sealed record SiteContent(int Monitors, int Runs);
