namespace ModelMonitor.Tests.Exports.TensorBoard;

/// <summary>An event as it was read.</summary>
internal sealed record ReadEvent(double WallTime, long Step, string? FileVersion, IReadOnlyList<(string Tag, float Value)> Scalars);
