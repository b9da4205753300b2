namespace ModelMonitor.Endpoints;

/// <summary>An update of an endpoint that was decided on.</summary>
/// <param name="Configuration">The name of the configuration that was to be put in force.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="WasSeen">Whether the endpoint was seen to use it since.</param>
/// <param name="ToldAt">When a person was told that no more are made that day, this being the last, UTC; null for never.</param>
public sealed record CaptureUpdate(string Configuration, DateTimeOffset Time, bool WasSeen = false, DateTimeOffset? ToldAt = null);
