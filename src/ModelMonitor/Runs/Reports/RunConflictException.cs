namespace ModelMonitor.Runs.Reports;

/// <summary>Another execution wrote the same window's report at the same time. Trying again settles it; nothing is lost.</summary>
public sealed class RunConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The object that the other one wrote.</param>
    public RunConflictException(string key)
        : base($"{key} was written by another run of the same window at the same time; try again.")
    {
    }
}
