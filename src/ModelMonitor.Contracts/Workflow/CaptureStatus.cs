namespace ModelMonitor.Contracts.Workflow;

/// <summary>What is to be done about an endpoint's capture.</summary>
public static class CaptureStatus
{
    /// <summary>It captures what its monitors say: nothing.</summary>
    public const string Unchanged = "Unchanged";

    /// <summary>It is being changed, or was changed as often as it may be for now: nothing, another event will come.</summary>
    public const string Waiting = "Waiting";

    /// <summary>It would be changed, were it not for a dry run.</summary>
    public const string DryRun = "DryRun";

    /// <summary>A configuration is to be created and put in force.</summary>
    public const string Update = "Update";
}
