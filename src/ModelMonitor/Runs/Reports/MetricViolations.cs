using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Runs.Reports;

/// <summary>Brings the violations of kinds that look at metrics into the form of those that look at features: the metric stands for the feature.</summary>
internal static class MetricViolations
{
    /// <summary>Those of model quality.</summary>
    public static IReadOnlyList<Violation> Of(QualityViolationsDocument? document) =>
        [.. (document?.Violations ?? []).Select(violation => new Violation(violation.MetricName, violation.CheckType, violation.Description))];

    /// <summary>Those of bias.</summary>
    public static IReadOnlyList<Violation> Of(BiasViolationsDocument? document) =>
    [
        .. (document?.Violations ?? []).Select(violation => new Violation(
            NameOf(violation.Metric, violation.Facet, violation.FacetValue), BiasViolation.CheckType, violation.Description)),
    ];

    /// <summary>Those of attribution.</summary>
    public static IReadOnlyList<Violation> Of(AttributionViolationsDocument? document) =>
        [.. (document?.Violations ?? []).Select(violation => new Violation(violation.Label, AttributionViolation.CheckType, violation.Description))];

    /// <summary>A metric of a facet in words: <c>DI of Sex 0</c>.</summary>
    public static string NameOf(string metric, string? facet, string? facetValue) => (facet, facetValue) switch
    {
        (null, _) => metric,
        (_, null or "") => $"{metric} of {facet}",
        _ => $"{metric} of {facet} {facetValue}",
    };
}
