using System.Text.Json;

namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>What a rule gave a target, and what came of it.</summary>
internal sealed record Delivery(string Target, JsonElement Input, string? Execution, string? Function, string? Response, string? Error);
