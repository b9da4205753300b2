using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Has runs use another version of a baseline: moves the pointer by compare-and-swap, and keeps what was before.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class BaselinePromoter(IObjectStore store, TimeProvider time)
{
    private const int MovesTried = 10;

    /// <summary>
    /// Makes runs use the version of a training set, unless they use one already whose training set is as new or newer, or
    /// one that a person chose after this training set was written, or the rule leaves it to a person.
    /// </summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">A version that is published.</param>
    /// <param name="datasetModifiedAt">When its training set was written.</param>
    /// <param name="rule">Who decides.</param>
    /// <param name="by">Who offers it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">The present pointer is not what it should be: a person has to mend it.</exception>
    /// <exception cref="IOException">Others moved the pointer again and again meanwhile.</exception>
    public async Task<BaselineOffer> OfferAsync(
        string monitor,
        string version,
        DateTimeOffset datasetModifiedAt,
        PromotionRule rule,
        string by,
        CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < MovesTried; i++)
        {
            StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false);
            BaselinePromotion? current = pointer?.History.Current;
            if (current is not null && (current.Version == version || !IsNewer(datasetModifiedAt, version, current)))
            {
                return new BaselineOffer(current.Version, Waits: false);
            }

            if (rule == PromotionRule.Manual)
            {
                return new BaselineOffer(current?.Version, Waits: true);
            }

            BaselinePromotion promotion = new(version, time.GetUtcNow(), by) { DatasetModifiedAt = datasetModifiedAt };
            if (await TryMoveAsync(monitor, pointer, promotion, cancellationToken).ConfigureAwait(false) is not null)
            {
                return new BaselineOffer(version, Waits: false);
            }
        }

        throw TooManyMoves(monitor, version);
    }

    /// <summary>Makes runs use a version because a person says so. It stands until a training set arrives that is newer than this.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why; null for no word.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">There is no such version, or the present pointer is damaged.</exception>
    /// <exception cref="IOException">Others moved the pointer again and again meanwhile.</exception>
    public async Task<PromotionResult> PromoteAsync(
        string monitor, string version, string by, string? reason, CancellationToken cancellationToken = default)
    {
        await MustExistAsync(monitor, version, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < MovesTried; i++)
        {
            StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false);
            if (pointer?.History.Current is { } current && current.Version == version)
            {
                return new PromotionResult(current, Previous: null, Changed: false);
            }

            BaselinePromotion promotion = new(version, time.GetUtcNow(), by) { Reason = reason };
            if (await TryMoveAsync(monitor, pointer, promotion, cancellationToken).ConfigureAwait(false) is { } moved)
            {
                return new PromotionResult(moved, pointer?.History.Current.Version, Changed: true);
            }
        }

        throw TooManyMoves(monitor, version);
    }

    /// <summary>Makes runs use the version before the current one. Unlike a promotion it is not tried again: what is before depends on what is current.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why; null for no word.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">There is no version before, or it is gone, or the present pointer is damaged.</exception>
    /// <exception cref="IOException">Another one moved the pointer at this moment; nothing is changed.</exception>
    public async Task<PromotionResult> RollBackAsync(
        string monitor, string by, string? reason, CancellationToken cancellationToken = default)
    {
        StoredPointer? pointer = await StoredPointer.FindAsync(store, monitor, cancellationToken).ConfigureAwait(false);
        string key = ObjectKeys.CurrentBaseline(monitor);
        string left = pointer?.History.Current.Version
            ?? throw new ConfigurationException(key, "", "no version was ever promoted; there is nothing to go back from");
        string previous = pointer.History.FindPrevious()
            ?? throw new ConfigurationException(
                key, "", $"no version was current before '{left}'; promote the one you want by its name");
        await MustExistAsync(monitor, previous, cancellationToken).ConfigureAwait(false);
        BaselinePromotion promotion = new(previous, time.GetUtcNow(), by) { Reason = reason, RolledBack = left };
        BaselinePromotion moved = await TryMoveAsync(monitor, pointer, promotion, cancellationToken).ConfigureAwait(false)
            ?? throw new IOException($"'{key}' was moved from '{left}' by another one at the same time; nothing is changed. Look which version is current, and try again.");
        return new PromotionResult(moved, left, Changed: true);
    }

    private static bool IsNewer(DateTimeOffset datasetModifiedAt, string version, BaselinePromotion current)
    {
        int byTime = datasetModifiedAt.CompareTo(current.NewerThan);
        return byTime > 0 || (byTime == 0 && current.DatasetModifiedAt is not null && string.CompareOrdinal(version, current.Version) > 0);
    }

    private static IOException TooManyMoves(string monitor, string version) =>
        new($"'{ObjectKeys.CurrentBaseline(monitor)}' changed {MovesTried} times while version '{version}' was to be made current.");

    private async Task MustExistAsync(string monitor, string version, CancellationToken cancellationToken)
    {
        if (!BaselineVersion.IsValid(version)
            || !await BaselineVersions.IsThereAsync(
                store, ObjectKeys.BaselineFolder(monitor, version), cancellationToken).ConfigureAwait(false))
        {
            throw new ConfigurationException(
                ObjectKeys.BaselinesOf(monitor), "", $"there is no version '{version}' here; `modelmonitor baseline list` tells which there are");
        }
    }

    /// <summary>Puts a promotion in the place of what was read; null when that is no longer there.</summary>
    private async Task<BaselinePromotion?> TryMoveAsync(
        string monitor, StoredPointer? seen, BaselinePromotion promotion, CancellationToken cancellationToken)
    {
        BaselinePointer pointer = BaselineHistory.Append(seen?.History, promotion);
        StoredObject? put = await store.PutAsync(
            ObjectKeys.CurrentBaseline(monitor),
            JsonSerializer.SerializeToUtf8Bytes(pointer, BaselineJsonContext.Default.BaselinePointer),
            seen is null ? PutCondition.Absent : PutCondition.Matching(seen.ETag),
            cancellationToken).ConfigureAwait(false);
        return put is null ? null : pointer.Promotions[^1];
    }
}
