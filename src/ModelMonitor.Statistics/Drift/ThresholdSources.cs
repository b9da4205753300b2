namespace ModelMonitor.Statistics.Drift;

/// <summary>Where default thresholds come from.</summary>
internal static class ThresholdSources
{
    public const string SageMaker = "Amazon SageMaker Model Monitor's default distance threshold";
    public const string Evidently = "Evidently's default";
    public const string EvidentlyTest = "Evidently's default significance level";
    public const string Siddiqi = "Siddiqi's lower limit of a change (Credit Risk Scorecards, 2006), and Evidently's default";
    public const string Squared = "the square of Evidently's default for the distance";
    public const string None = "none: it has the column's unit";
}
