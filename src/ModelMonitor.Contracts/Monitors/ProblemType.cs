namespace ModelMonitor.Contracts.Monitors;

/// <summary>What a model predicts, in SageMaker's words.</summary>
public enum ProblemType
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>One of two classes.</summary>
    BinaryClassification,

    /// <summary>One of several classes.</summary>
    MulticlassClassification,
}
