namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>A request that a function made to AWS.</summary>
internal sealed record FunctionRequest(string Function, string Handler, string Service, string Method, string Path, string Query, string? Range);
