namespace ModelMonitor.Contracts.Workflow;

/// <summary>The environment variables that a deployment sets for its functions.</summary>
public static class FunctionEnvironment
{
    /// <summary>Where artifacts are kept: <c>s3://bucket</c>, or a folder.</summary>
    public const string Artifacts = "MODELMONITOR_ARTIFACTS";

    /// <summary>Where endpoints capture to unless a monitor names its own bucket: <c>s3://bucket</c>, or a folder.</summary>
    public const string Captures = "MODELMONITOR_CAPTURES";

    /// <summary>The folder of the monitor files; the default is <c>monitors</c> beside the executable.</summary>
    public const string Monitors = "MODELMONITOR_MONITORS";
}
