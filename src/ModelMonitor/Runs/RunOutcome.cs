namespace ModelMonitor.Runs;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>Judged, and nothing was amiss.</summary>
    Completed,

    /// <summary>Judged, and constraints were violated.</summary>
    CompletedWithViolations,

    /// <summary>There was nothing to judge: no object, or no row of the window in any.</summary>
    NoData,

    /// <summary>The run broke down before there was a report: the window is still to be judged.</summary>
    Failed,
}
