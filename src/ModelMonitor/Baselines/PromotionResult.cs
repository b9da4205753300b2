namespace ModelMonitor.Baselines;

/// <summary>What a person's promotion came to.</summary>
/// <param name="Current">The promotion that holds now.</param>
/// <param name="Previous">The version before; null for none, or when nothing changed.</param>
/// <param name="Changed">Whether another version was current before.</param>
public sealed record PromotionResult(BaselinePromotion Current, string? Previous, bool Changed);
