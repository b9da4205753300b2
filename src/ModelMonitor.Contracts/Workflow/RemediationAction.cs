namespace ModelMonitor.Contracts.Workflow;

/// <summary>What the state machine does about an alarm's change.</summary>
public static class RemediationAction
{
    /// <summary>It starts a SageMaker pipeline.</summary>
    public const string StartPipeline = "StartPipeline";

    /// <summary>It starts another state machine.</summary>
    public const string StartStateMachine = "StartStateMachine";

    /// <summary>It sends an event to a bus.</summary>
    public const string PutEvent = "PutEvent";

    /// <summary>It starts nothing; it publishes the notice, if there is one.</summary>
    public const string StartNothing = "StartNothing";
}
