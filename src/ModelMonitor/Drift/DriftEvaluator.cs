using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Drift;

/// <summary>Chooses how a column is compared with its baseline.</summary>
/// <remarks>
/// SageMaker compares a column only while its type is that of the baseline, be it by a single odd cell that it
/// is not. Corrected compares what can be: a baseline of numbers with the cells that are numbers, a baseline of
/// categories with the texts of the cells.
/// </remarks>
internal static class DriftEvaluator
{
    /// <summary>Compares a column with its baseline.</summary>
    /// <param name="expected">The type the constraints demand.</param>
    /// <param name="baseline">The statistics of the baseline; null when there are none of this column.</param>
    /// <param name="current">The column as it is.</param>
    /// <param name="settings">The method and the threshold.</param>
    /// <param name="compatibility">Whose judgement to follow.</param>
    public static DriftResult Compare(
        InferredType expected, FeatureStatistics? baseline, ColumnProfile current, CheckSettings settings, Compatibility compatibility)
    {
        if (!settings.PerformComparison)
        {
            return DriftResult.NotComputed("The comparison is disabled.");
        }

        if (baseline is null)
        {
            return DriftResult.NotComputed("The baseline has no statistics of the column.");
        }

        bool sageMaker = compatibility == Compatibility.SageMaker;
        if (sageMaker && current.InferredType != expected)
        {
            return DriftResult.NotComputed($"The type changed from {expected} to {current.InferredType}.");
        }

        return baseline switch
        {
            { Numerical.Distribution.Sketch: { } sketch } => NumericDrift.Compare(current.Sketch, sketch, settings),
            { String.Categories: { } categories } => CategoricalDrift.Compare(current, categories, settings, sageMaker),
            _ => DriftResult.NotComputed("The baseline has no distribution of the column."),
        };
    }
}
