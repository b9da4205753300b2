namespace ModelMonitor.EndToEnd.Tests.LocalAws;

internal sealed record DeployedResource(string LogicalId, string Type, string PhysicalId);
