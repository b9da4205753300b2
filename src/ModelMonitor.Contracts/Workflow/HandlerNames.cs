namespace ModelMonitor.Contracts.Workflow;

/// <summary>The handlers of the one executable that serves every function; a function's <c>_HANDLER</c> is one of them.</summary>
public static class HandlerNames
{
    /// <summary>Makes a baseline of a training set that arrived.</summary>
    public const string BuildBaseline = "BuildBaseline";

    /// <summary>Finds the windows to run and cuts their objects into shards.</summary>
    public const string PlanRun = "PlanRun";

    /// <summary>Reads a shard into a state.</summary>
    public const string ProfileShard = "ProfileShard";

    /// <summary>Merges the states of a window, judges them and writes the report.</summary>
    public const string EvaluateRun = "EvaluateRun";

    /// <summary>Records that a run failed, and why.</summary>
    public const string RecordFailure = "RecordFailure";

    /// <summary>Decides what an alarm starts.</summary>
    public const string Remediate = "Remediate";

    /// <summary>Records what became of a retraining.</summary>
    public const string RecordRemediation = "RecordRemediation";

    /// <summary>Decides whether an endpoint's configuration captures what its monitors say, and how it would.</summary>
    public const string PlanCapture = "PlanCapture";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure, Remediate, RecordRemediation, PlanCapture];
}
