namespace ModelMonitor.Contracts.Monitors;

/// <summary>How the versions of a monitor's baseline are looked after.</summary>
/// <param name="Promote">Who decides that runs use a new version; the default is that it is used at once.</param>
public sealed record BaselineSection(PromotionRule Promote = PromotionRule.Automatic);
