using ModelMonitor.Attribution;

namespace ModelMonitor.Reports.Pages.Attribution;

/// <summary>A feature with its places in both rankings, from 1.</summary>
/// <param name="Feature">The feature and its attributions.</param>
/// <param name="Before">Its place in the baseline; null where it has none.</param>
/// <param name="Now">Its place in the window.</param>
internal sealed record RankedFeature(FeatureAttribution Feature, int? Before, int? Now)
{
    /// <summary>The larger of its attributions, without sign.</summary>
    public double Size => Math.Max(Math.Abs(Feature.Value ?? 0.0), Math.Abs(Feature.Baseline ?? 0.0));

    /// <summary>Ranks features by their attributions, largest first.</summary>
    public static IReadOnlyList<RankedFeature> Of(IReadOnlyList<FeatureAttribution> features)
    {
        Dictionary<string, int> before = Places(features, feature => feature.Baseline);
        Dictionary<string, int> now = Places(features, feature => feature.Value);
        return [.. features.Select(feature => new RankedFeature(feature, Place(before, feature), Place(now, feature)))];
    }

    private static int? Place(Dictionary<string, int> places, FeatureAttribution feature) =>
        places.TryGetValue(feature.Feature, out int place) ? place : null;

    private static Dictionary<string, int> Places(IReadOnlyList<FeatureAttribution> features, Func<FeatureAttribution, double?> value)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (FeatureAttribution feature in features.Where(feature => value(feature) is not null).OrderByDescending(value))
        {
            places.TryAdd(feature.Feature, places.Count + 1);
        }

        return places;
    }
}
