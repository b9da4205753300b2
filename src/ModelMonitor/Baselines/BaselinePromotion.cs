namespace ModelMonitor.Baselines;

/// <summary>That runs were made to use a version of a monitor's baseline.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it: a person, or what acted by itself.</param>
public sealed record BaselinePromotion(string Version, DateTimeOffset At, string By)
{
    /// <summary>Why, in the words of who did it; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that was left by going back; null for a promotion that goes forward.</summary>
    public string? RolledBack { get; init; }

    /// <summary>When the version's training set was written, where that decided, UTC; null for a person's choice.</summary>
    public DateTimeOffset? DatasetModifiedAt { get; init; }

    /// <summary>What a training set must be newer than to take this version's place by itself: a person's choice is as new as it was made.</summary>
    internal DateTimeOffset NewerThan => DatasetModifiedAt ?? At;
}
