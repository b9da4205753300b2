namespace ModelMonitor.Baselines;

/// <summary>A version of a monitor's baseline in a list.</summary>
/// <param name="Version">The version.</param>
/// <param name="Manifest">What it was made of and by; null for a folder that a person made, or whose manifest is damaged.</param>
/// <param name="IsCurrent">Whether runs use it now.</param>
/// <param name="Promotion">When it was promoted last; null for never, as far as the history goes.</param>
/// <param name="Waits">Whether it is newer than the current one.</param>
public sealed record BaselineListing(
    string Version, BaselineManifest? Manifest, bool IsCurrent, BaselinePromotion? Promotion, bool Waits);
