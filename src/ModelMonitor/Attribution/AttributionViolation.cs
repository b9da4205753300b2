using ModelMonitor.Constraints;

namespace ModelMonitor.Attribution;

/// <summary>A label whose ranking of features has drifted.</summary>
/// <param name="Label">The label.</param>
/// <param name="Description">The gain and its threshold.</param>
public sealed record AttributionViolation(string Label, string Description)
{
    /// <summary>The check, always this one.</summary>
    public const string CheckType = CheckTypes.FeatureAttributionDrift;

    /// <summary>The metric, always this one.</summary>
    public const string MetricName = "shap";
}
