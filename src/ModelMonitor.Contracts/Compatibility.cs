namespace ModelMonitor;

/// <summary>Whose judgement an evaluation follows. Statistics and constraints are the same under both.</summary>
public enum Compatibility
{
    /// <summary>The default: without the flaws of SageMaker Model Monitor that <c>docs/formats.md</c> lists.</summary>
    Corrected,

    /// <summary>As SageMaker Model Monitor judges, flaws included.</summary>
    SageMaker,
}
