using Amazon.CDK.AWS.CloudWatch;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>What the summary dashboard shows of a monitor.</summary>
/// <param name="Monitor">Its name.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="Alarms">Its alarms.</param>
internal sealed record MonitorPanel(string Monitor, MonitorMetrics Metrics, IReadOnlyList<Alarm> Alarms);
