namespace ModelMonitor.Contracts.Monitors;

/// <summary>Who decides that runs use a new version of a baseline.</summary>
public enum PromotionRule
{
    /// <summary>Nobody: runs use the version of the newest training set.</summary>
    Automatic,

    /// <summary>A person: a new version waits until it is promoted.</summary>
    Manual,
}
