namespace ModelMonitor.Contracts.Monitors;

/// <summary>What differs from <see cref="DriftSettings"/> for one feature.</summary>
/// <param name="Method">The identifier of a drift method, or <c>auto</c>; null for the monitor's.</param>
/// <param name="MinimumEffect">The least effect that matters, in the method's unit; null for the monitor's.</param>
public sealed record FeatureDriftSettings(string? Method, double? MinimumEffect);
