using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>What checking a dataset against its baseline came to.</summary>
/// <param name="Violations">What is wrong: first the columns as a whole, then feature by feature in the baseline's order.</param>
/// <param name="Features">Each feature of the baseline in order, with its drift.</param>
/// <param name="OnlyColumnsChecked">
/// True when the numbers of columns differ and, as SageMaker does, nothing else was checked. SageMaker then
/// writes the violations file alone. Never true under <see cref="Compatibility.Corrected"/>.
/// </param>
public sealed record Evaluation(
    IReadOnlyList<Violation> Violations, IReadOnlyList<FeatureEvaluation> Features, bool OnlyColumnsChecked)
{
    /// <summary>The share of drifted features among those compared, by their weights; null when none was compared, and under SageMaker's judgement.</summary>
    public double? DriftedShare { get; init; }
}
