using ModelMonitor.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;

namespace ModelMonitor.Reports.Evidence;

/// <summary>Gathers what a run's page shows of each feature, from its documents and the baseline's.</summary>
internal static class EvidenceBuilder
{
    /// <summary>So many features, those that weigh most, have distributions; of the others the documents tell.</summary>
    public const int MostDistributions = 200;

    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Gathers the evidence, that first which weighs most.</summary>
    /// <param name="report">The run's report.</param>
    /// <param name="baseline">The baseline's statistics; null leaves them out.</param>
    public static IReadOnlyList<FeatureEvidence> Build(StoredReport report, ReferenceStatistics? baseline)
    {
        RunRecord record = report.Record;
        ILookup<string, Violation> byFeature = report.Violations.ToLookup(violation => violation.FeatureName, StringComparer.Ordinal);
        HashSet<string> known = [.. record.Features.Select(feature => feature.Name)];
        IEnumerable<FeatureEvidence> ofFeatures = record.Features.Select(finding =>
            new FeatureEvidence { Name = finding.Name, Finding = finding, Violations = [.. byFeature[finding.Name]] });
        IEnumerable<FeatureEvidence> ofOthers = byFeature.Where(group => !known.Contains(group.Key)).Select(group =>
            new FeatureEvidence { Name = group.Key, Violations = [.. group] });
        ReferenceStatistics? current = report.Statistics is { } statistics ? new ReferenceStatistics(statistics) : null;
        FeatureEvidence[] ordered = [.. ofFeatures.Concat(ofOthers).OrderByDescending(evidence => evidence.Weight)];
        for (int i = 0; i < ordered.Length; i++)
        {
            FeatureStatistics? was = baseline?.Find(ordered[i].Name);
            FeatureStatistics? isNow = current?.Find(ordered[i].Name);
            ordered[i] = ordered[i] with { BaselineCompleteness = was?.Completeness, BaselineType = was?.InferredType.ToString() };
            if (i < MostDistributions && (was ?? isNow) is not null)
            {
                ordered[i] = was?.Numerical is null && isNow?.Numerical is null
                    ? WithCategories(ordered[i], was?.String, isNow?.String)
                    : WithNumbers(ordered[i], was?.Numerical, baseline?.ViewOf(ordered[i].Name), isNow?.Numerical, current?.ViewOf(ordered[i].Name));
            }
        }

        return ordered;
    }

    private static FeatureEvidence WithCategories(FeatureEvidence evidence, StringStatistics? before, StringStatistics? now) => evidence with
    {
        Distribution = CategoryOverlay.Of(before, now),
        Came = CategoryOverlay.OnlyIn(now, before),
        Went = CategoryOverlay.OnlyIn(before, now),
    };

    private static FeatureEvidence WithNumbers(
        FeatureEvidence evidence, NumericalStatistics? before, SortedView? was, NumericalStatistics? now, SortedView? isNow) => evidence with
    {
        Distribution = NumericOverlay.Of(was, isNow),
        Measurements = Measure(before, was, now, isNow),
    };

    private static List<Measurement> Measure(
        NumericalStatistics? before, SortedView? was, NumericalStatistics? now, SortedView? isNow)
    {
        List<Measurement> measurements =
        [
            new("mean", before?.Mean, now?.Mean),
            new("standard deviation", before?.StandardDeviation, now?.StandardDeviation),
            new("minimum", before?.Minimum, now?.Minimum),
        ];
        foreach (double q in Quantiles)
        {
            string name = q == 0.5 ? "median" : FormattableString.Invariant($"{100.0 * q:0} % quantile");
            measurements.Add(new Measurement(name, QuantileOf(was, q), QuantileOf(isNow, q)));
        }

        measurements.Add(new Measurement("maximum", before?.Maximum, now?.Maximum));
        return measurements;
    }

    private static double? QuantileOf(SortedView? view, double q) => view is { TotalWeight: > 0 } ? view.Quantile(q) : null;
}
