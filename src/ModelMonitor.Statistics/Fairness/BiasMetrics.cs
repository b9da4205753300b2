using ModelMonitor.Statistics.Fairness.Metrics;

namespace ModelMonitor.Statistics.Fairness;

/// <summary>The bias metrics of Amazon SageMaker Clarify, in the order of its files: by name.</summary>
public static class BiasMetrics
{
    /// <summary>The eight metrics of data and labels.</summary>
    public static IReadOnlyList<IBiasMetric> PreTraining { get; } =
    [
        new LabelDisparity(),
        new ClassImbalance(),
        new LabelProportionDifference(),
        new JensenShannon(),
        new KullbackLeibler(),
        new KolmogorovSmirnov(),
        new LpNorm(),
        new TotalVariation(),
    ];

    /// <summary>The thirteen metrics of predictions.</summary>
    public static IReadOnlyList<IBiasMetric> PostTraining { get; } =
    [
        new AccuracyDifference(),
        new PredictedDisparity(),
        new AcceptanceRateDifference(),
        new ConditionalAcceptance(),
        new ConditionalRejection(),
        new DisparateImpact(),
        new PredictedProportionDifference(),
        new RejectionRateDifference(),
        new FlipTestDifference(),
        new GeneralizedEntropy(),
        new RecallDifference(),
        new SpecificityDifference(),
        new TreatmentEquality(),
    ];

    /// <summary>The metrics of a stage.</summary>
    public static IReadOnlyList<IBiasMetric> Of(BiasStage stage) => stage == BiasStage.PreTraining ? PreTraining : PostTraining;

    /// <summary>The metric of a name; null when there is none.</summary>
    public static IBiasMetric? Find(string name) =>
        PreTraining.Concat(PostTraining).FirstOrDefault(metric => string.Equals(metric.Name, name, StringComparison.Ordinal));
}
