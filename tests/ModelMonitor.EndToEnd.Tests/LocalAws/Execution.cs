using System.Text.Json;

namespace ModelMonitor.EndToEnd.Tests.LocalAws;

internal sealed record Execution(
    string Arn, string Status, JsonElement Input, JsonElement? Output, string? Error, string? Cause, double? Seconds);
