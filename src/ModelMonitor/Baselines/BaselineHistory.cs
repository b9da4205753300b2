namespace ModelMonitor.Baselines;

/// <summary>Which versions of a monitor's baseline runs used when.</summary>
public sealed class BaselineHistory
{
    /// <summary>How many promotions are kept; the windows of older ones are taken to the oldest of these.</summary>
    public const int MostKept = 200;

    private const string ByHand = "by hand";

    private BaselineHistory(IReadOnlyList<BaselinePromotion> promotions) => Promotions = promotions;

    /// <summary>The promotions, oldest first; at least one.</summary>
    public IReadOnlyList<BaselinePromotion> Promotions { get; }

    /// <summary>The promotion that holds now.</summary>
    public BaselinePromotion Current => Promotions[^1];

    /// <summary>The history that a pointer tells. What it says of its version by hand holds since it was written.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="writtenAt">When it was written.</param>
    public static BaselineHistory Of(BaselinePointer pointer, DateTimeOffset writtenAt)
    {
        if (pointer.Promotions is [.., { } last] && last.Version == pointer.Version)
        {
            return new BaselineHistory(pointer.Promotions);
        }

        // A time that stayed in a file whose version was edited is that of the version before.
        DateTimeOffset? modifiedAt = pointer.Promotions.Count == 0 ? pointer.DatasetModifiedAt : null;
        return new BaselineHistory(
            [.. pointer.Promotions, new BaselinePromotion(pointer.Version, writtenAt, ByHand) { DatasetModifiedAt = modifiedAt }]);
    }

    /// <summary>The promotion that held at a time; before all of them, the first.</summary>
    public BaselinePromotion At(DateTimeOffset time) => Promotions.LastOrDefault(promotion => promotion.At <= time) ?? Promotions[0];

    /// <summary>
    /// The version before the current one; null when there is none. Going back is no step of its own: after a way back
    /// from C to B, the version before B is the one that B once replaced.
    /// </summary>
    public string? FindPrevious()
    {
        int i = Promotions.Count - 1;
        while (i > 0 && (Promotions[i].Version != Current.Version || Promotions[i].RolledBack is not null))
        {
            i--;
        }

        return Promotions.Take(i).LastOrDefault(promotion => promotion.Version != Current.Version)?.Version;
    }

    /// <summary>The pointer after one more promotion.</summary>
    /// <param name="history">What was before; null for nothing.</param>
    /// <param name="promotion">The promotion; it never comes before the last one, whatever the clocks say.</param>
    public static BaselinePointer Append(BaselineHistory? history, BaselinePromotion promotion)
    {
        BaselinePromotion next = promotion with { At = promotion.At < history?.Current.At ? history.Current.At : promotion.At };
        return new BaselinePointer(promotion.Version, promotion.DatasetModifiedAt)
        {
            Promotions = [.. (history?.Promotions ?? []).TakeLast(MostKept - 1), next],
        };
    }
}
