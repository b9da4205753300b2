using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>How much of a dataset drifted: the share of its features, by their weights.</summary>
internal static class DatasetDrift
{
    /// <summary>The share among the features that were compared; null when none was, or all weigh nothing.</summary>
    public static double? ShareOf(IReadOnlyList<FeatureEvaluation> features)
    {
        double all = 0.0;
        double drifted = 0.0;
        foreach (FeatureEvaluation feature in features.Where(feature => feature.Drift.Distance is not null || feature.Drift.Decision is not null))
        {
            all += feature.Settings.Weight;
            drifted += feature.Drift.Violated ? feature.Settings.Weight : 0.0;
        }

        return all > 0.0 ? drifted / all : null;
    }

    /// <summary>The violation; null where the share is not above the threshold, or there is no threshold.</summary>
    public static Violation? Check(double? share, double? threshold) => share is { } drifted && threshold is { } most && drifted > most
        ? new Violation(
            "Dataset",
            CheckTypes.DatasetDrift,
            $"Share of drifted features: {JavaDouble.ToString(drifted)} exceeds threshold: {JavaDouble.ToString(most)}")
        : null;
}
