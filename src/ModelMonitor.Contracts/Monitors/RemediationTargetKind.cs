namespace ModelMonitor.Contracts.Monitors;

/// <summary>What a remediation starts.</summary>
public enum RemediationTargetKind
{
    /// <summary>An execution of a SageMaker pipeline.</summary>
    Pipeline,

    /// <summary>An execution of a Step Functions state machine.</summary>
    StateMachine,

    /// <summary>Whatever listens to an event on an EventBridge bus.</summary>
    EventBus,
}
