namespace ModelMonitor.Contracts.Workflow;

/// <summary>The <c>errorType</c> of failed invocations that the state machine tells apart.</summary>
public static class ErrorNames
{
    /// <summary>The user's mistake: trying again cannot help.</summary>
    public const string Configuration = "ConfigurationException";

    /// <summary>Another execution is writing what this one needs: trying again settles it.</summary>
    public const string Conflict = "RunConflictException";
}
