using System.Text.Json;

namespace ModelMonitor.EndToEnd.Tests.LocalAws;

internal sealed record DeployedRule(string Name, string? Description, string? Schedule, string State, IReadOnlyList<JsonElement> Targets);
