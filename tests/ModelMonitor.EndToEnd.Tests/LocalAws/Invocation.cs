namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>An invocation of a function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Handler">Its handler.</param>
/// <param name="Seconds">How long the process worked on it.</param>
/// <param name="Waited">How long it waited for a process: to be free, or to start.</param>
/// <param name="Warm">Whether the process had served another one before.</param>
/// <param name="Failed">Whether it failed.</param>
/// <param name="Error">The <c>errorType</c> of a failed one.</param>
/// <param name="PeakKilobytes">The most memory its process had resident until then.</param>
internal sealed record Invocation(
    string Function, string Handler, double Seconds, double Waited, bool Warm, bool Failed, string? Error, long PeakKilobytes);
