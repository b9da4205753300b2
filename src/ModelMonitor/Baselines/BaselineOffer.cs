namespace ModelMonitor.Baselines;

/// <summary>What became of a version that was offered to runs.</summary>
/// <param name="Current">The version that runs use now; null when none was ever promoted.</param>
/// <param name="Waits">Whether it would be used, had a person promoted it.</param>
public sealed record BaselineOffer(string? Current, bool Waits);
