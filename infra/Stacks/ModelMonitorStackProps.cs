using Amazon.CDK.AWS.Lambda;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;

namespace ModelMonitor.Infra.Stacks;

/// <summary>What a stack is made of.</summary>
/// <param name="Settings">The settings of the deployment.</param>
/// <param name="Monitors">The monitors.</param>
/// <param name="Code">The functions' asset: the executable and the monitor files.</param>
internal sealed record ModelMonitorStackProps(DeploymentSettings Settings, IReadOnlyList<MonitorDefinition> Monitors, Code Code);
