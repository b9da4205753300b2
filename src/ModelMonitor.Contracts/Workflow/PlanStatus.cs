namespace ModelMonitor.Contracts.Workflow;

/// <summary>What is to be done for a planned window.</summary>
public static class PlanStatus
{
    /// <summary>Its shards are to be profiled, then evaluated.</summary>
    public const string Planned = "Planned";

    /// <summary>It has no objects: only the outcome is to be recorded, by evaluating.</summary>
    public const string NoData = "NoData";

    /// <summary>The very same work was done before: nothing is to be done.</summary>
    public const string AlreadyDone = "AlreadyDone";
}
