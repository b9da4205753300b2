using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Publishing;

/// <summary>A run whose record is in place.</summary>
/// <param name="Monitor">Its monitor.</param>
/// <param name="Record">Its record.</param>
/// <param name="Artifacts">Where its report is, and where publications go.</param>
/// <param name="ReportPrefix">What the keys of its report start with.</param>
public sealed record EvaluatedRun(MonitorDefinition Monitor, RunRecord Record, IObjectStore Artifacts, string ReportPrefix);
