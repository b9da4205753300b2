using ModelMonitor.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;

namespace ModelMonitor.Reports.Evidence;

/// <summary>Gathers what a run's page shows of each feature, from its documents and the baseline's.</summary>
internal static class EvidenceBuilder
{
    /// <summary>So many features, those that weigh most, have distributions; of the others the documents tell.</summary>
    public const int MostDistributions = 200;

    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Gathers the evidence, that first which weighs most.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="violations">Its violations.</param>
    /// <param name="baseline">The baseline's statistics; null leaves them out.</param>
    /// <param name="current">The run's statistics; null leaves them out.</param>
    public static IReadOnlyList<FeatureEvidence> Build(
        RunRecord record, IReadOnlyList<Violation> violations, StatisticsDocument? baseline, StatisticsDocument? current)
    {
        ILookup<string, Violation> byFeature = violations.ToLookup(violation => violation.FeatureName, StringComparer.Ordinal);
        HashSet<string> known = [.. record.Features.Select(feature => feature.Name)];
        IEnumerable<FeatureEvidence> ofFeatures = record.Features.Select(finding =>
            new FeatureEvidence { Name = finding.Name, Finding = finding, Violations = [.. byFeature[finding.Name]] });
        IEnumerable<FeatureEvidence> ofOthers = byFeature.Where(group => !known.Contains(group.Key)).Select(group =>
            new FeatureEvidence { Name = group.Key, Violations = [.. group] });
        Dictionary<string, FeatureStatistics> before = ByName(baseline);
        Dictionary<string, FeatureStatistics> now = ByName(current);
        FeatureEvidence[] ordered = [.. ofFeatures.Concat(ofOthers).OrderByDescending(evidence => evidence.Weight)];
        for (int i = 0; i < ordered.Length; i++)
        {
            FeatureStatistics? was = before.GetValueOrDefault(ordered[i].Name);
            FeatureStatistics? isNow = now.GetValueOrDefault(ordered[i].Name);
            ordered[i] = ordered[i] with { BaselineCompleteness = was?.Completeness, BaselineType = was?.InferredType.ToString() };
            if (i < MostDistributions && (was ?? isNow) is not null)
            {
                ordered[i] = WithDistributions(ordered[i], was, isNow);
            }
        }

        return ordered;
    }

    private static FeatureEvidence WithDistributions(FeatureEvidence evidence, FeatureStatistics? before, FeatureStatistics? now)
    {
        if (before?.Numerical is null && now?.Numerical is null)
        {
            return evidence with
            {
                Distribution = CategoryOverlay.Of(before?.String, now?.String),
                Came = CategoryOverlay.OnlyIn(now?.String, before?.String),
                Went = CategoryOverlay.OnlyIn(before?.String, now?.String),
            };
        }

        SortedView? was = before?.Numerical?.Distribution?.Sketch?.ToSortedView();
        SortedView? isNow = now?.Numerical?.Distribution?.Sketch?.ToSortedView();
        return evidence with
        {
            Distribution = NumericOverlay.Of(was, isNow),
            Measurements = Measure(before?.Numerical, was, now?.Numerical, isNow),
        };
    }

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

    private static Dictionary<string, FeatureStatistics> ByName(StatisticsDocument? document)
    {
        Dictionary<string, FeatureStatistics> byName = new(StringComparer.Ordinal);
        foreach (FeatureStatistics feature in document?.Features ?? [])
        {
            byName[feature.Name] = feature;
        }

        return byName;
    }
}
