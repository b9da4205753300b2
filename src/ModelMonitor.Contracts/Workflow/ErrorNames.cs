namespace ModelMonitor.Contracts.Workflow;

/// <summary>The <c>errorType</c> of failed invocations that the state machine tells apart.</summary>
public static class ErrorNames
{
    /// <summary>The user's mistake: trying again cannot help.</summary>
    public const string Configuration = "ConfigurationException";

    /// <summary>Another execution wrote the same window's report at the same time: trying again settles it.</summary>
    public const string Conflict = "RunConflictException";
}
