namespace ModelMonitor.Functions.Events;

/// <summary>What can become of an object that was written among the training sets.</summary>
internal static class BuildBaselineStatus
{
    /// <summary>A version was made.</summary>
    public const string Published = "Published";

    /// <summary>Its version was there already.</summary>
    public const string Unchanged = "Unchanged";

    /// <summary>It completes no training set.</summary>
    public const string Ignored = "Ignored";
}
