namespace ModelMonitor.Statistics.Fairness;

/// <summary>What a bias metric looks at.</summary>
public enum BiasStage
{
    /// <summary>The data and their labels.</summary>
    PreTraining,

    /// <summary>The predictions, most of them together with the labels.</summary>
    PostTraining,
}
