namespace ModelMonitor.Contracts.Workflow;

/// <summary>What has become of a retraining that was to be started.</summary>
public static class RemediationStep
{
    /// <summary>It was started, or its event was sent.</summary>
    public const string Started = "Started";

    /// <summary>It could not be started.</summary>
    public const string StartFailed = "StartFailed";

    /// <summary>The time that it may take is over.</summary>
    public const string TimeIsUp = "TimeIsUp";

    /// <summary>An execution of something that monitors start has ended, whoever started it.</summary>
    public const string Ended = "Ended";
}
