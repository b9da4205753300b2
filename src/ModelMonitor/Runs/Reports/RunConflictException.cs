namespace ModelMonitor.Runs.Reports;

/// <summary>Another execution is writing what this one needs to write or to read. Trying again settles it; nothing is lost.</summary>
public sealed class RunConflictException : Exception
{
    /// <summary>Creates the exception of a window whose report another run wrote at the same time.</summary>
    /// <param name="key">The object that the other one wrote.</param>
    public RunConflictException(string key)
        : this(key, "was written by another run of the same window at the same time")
    {
    }

    private RunConflictException(string key, string what)
        : base($"{key} {what}; try again.")
    {
    }

    /// <summary>That of a retraining which ended, perhaps, before its start was recorded.</summary>
    /// <param name="recordKey">The key of the record that does not name an execution yet.</param>
    public static RunConflictException OfPendingStart(string recordKey) =>
        new(recordKey, "does not name what was started yet, which may be what has ended");
}
