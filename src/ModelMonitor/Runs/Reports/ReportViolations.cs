using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Runs.Reports;

/// <summary>Reads <c>constraint_violations.json</c> of any kind of monitor. Where kinds look at metrics, the metric stands for the feature.</summary>
public static class ReportViolations
{
    /// <summary>Reads a file.</summary>
    /// <param name="kind">The kind of monitor it is of, as its record has it.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static IReadOnlyList<Violation> Read(string kind, string source, ReadOnlyMemory<byte> utf8) => kind switch
    {
        MonitorKindNames.ModelQuality =>
        [
            .. QualityViolationsDocument.Read(source, utf8).Violations.Select(violation => new Violation(violation.MetricName, violation.CheckType, violation.Description)),
        ],
        MonitorKindNames.Bias =>
        [
            .. BiasViolationsDocument.Read(source, utf8).Violations.Select(violation => new Violation(
                NameOf(violation.Metric, violation.Facet, violation.FacetValue), BiasViolation.CheckType, violation.Description)),
        ],
        MonitorKindNames.Attribution =>
        [
            .. AttributionViolationsDocument.Read(source, utf8).Violations.Select(violation => new Violation(
                violation.Label, AttributionViolation.CheckType, violation.Description)),
        ],
        _ => ViolationsDocument.Read(source, utf8).Violations,
    };

    /// <summary>A metric of a facet in words: <c>DI of Sex 0</c>.</summary>
    internal static string NameOf(string metric, string? facet, string? facetValue) => (facet, facetValue) switch
    {
        (null, _) => metric,
        (_, null or "") => $"{metric} of {facet}",
        _ => $"{metric} of {facet} {facetValue}",
    };
}
