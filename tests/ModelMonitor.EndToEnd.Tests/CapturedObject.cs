namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A capture file: its key, from the capture prefix on, and its content.</summary>
internal sealed record CapturedObject(string Key, byte[] Content);
