using System.Globalization;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Refuses options that no data could be judged by.</summary>
public static class BiasOptionsCheck
{
    private const string ThresholdExpectation = "expected one number as the threshold";

    /// <summary>Checks options before any work.</summary>
    /// <param name="options">The options.</param>
    /// <param name="source">The file they come from.</param>
    /// <param name="path">The place in it as a JSON path.</param>
    /// <exception cref="ConfigurationException">They cannot be used.</exception>
    public static void Demand(BiasOptions options, string source, string path)
    {
        Demand(options.Label.Length > 0, "label", "expected the name of the label's column, found none");
        Demand(options.LabelValues.Count > 0, "label_values_or_threshold", "expected the values of a positive label, or a threshold; found none");
        Demand(IsThreshold(options.LabelValues) || options.LabelMatch != ValueMatch.Above, "label_values_or_threshold", ThresholdExpectation);
        Demand(options.Facets.Count > 0, "facet", "expected at least one facet, found none");
        for (int i = 0; i < options.Facets.Count; i++)
        {
            FacetOptions facet = options.Facets[i];
            string place = string.Create(CultureInfo.InvariantCulture, $"facet[{i}]");
            Demand(facet.Column.Length > 0, place, "expected the name of a column, found none");
            Demand(facet.Column != options.Label, place, $"\"{facet.Column}\" is the label; a facet is another column");
            Demand(IsThreshold(facet.Values) || facet.Match != ValueMatch.Above, place, ThresholdExpectation);
            Demand(
                options.Facets.Take(i).All(
                    other => other.Column != facet.Column || other.Match != facet.Match || !other.Values.SequenceEqual(facet.Values, StringComparer.Ordinal)),
                place,
                $"\"{facet.Column}\" stands there twice with the same values");
        }

        Demand(
            options.ProbabilityThreshold is >= 0.0 and <= 1.0,
            "probability_threshold",
            string.Create(CultureInfo.InvariantCulture, $"expected a number from 0 to 1, found {options.ProbabilityThreshold}"));
        Demand(
            options.Confidence is > 0.0 and < 1.0,
            "confidence",
            string.Create(CultureInfo.InvariantCulture, $"expected a number above 0 and below 1, found {options.Confidence}"));
        Demand(options.LabelHeaders is null or { Count: >= 2 }, "predictor.label_headers", "expected at least two labels, one for each probability");
        Demand(
            options.LabelHeaders is null || options.PredictedLabel is not null || options.Probability is not null,
            "predictor.label_headers",
            "expected where the probabilities of these labels are, as predictor.probability; found none");
        Demand(options.MinimumGroupSize >= 1, "minimumGroupSize", "expected a whole number not below 1");
        DemandKnown(options.PreTrainingMetrics, BiasMetrics.PreTraining, "methods.pre_training_bias.methods");
        DemandKnown(options.PostTrainingMetrics, BiasMetrics.PostTraining, "methods.post_training_bias.methods");
        DemandKnown([.. options.AllowedRanges.Keys], [.. BiasMetrics.PreTraining, .. BiasMetrics.PostTraining], "allowedRanges");
        foreach ((string metric, AllowedRange range) in options.AllowedRanges)
        {
            Demand(range.Minimum <= range.Maximum, $"allowedRanges.{metric}", "expected a range whose minimum is not above its maximum");
        }

        static bool IsThreshold(IReadOnlyList<string> values) => new ValueRule(values, ValueMatch.Above).MayBeThreshold;

        void DemandKnown(IReadOnlyList<string>? names, IReadOnlyList<IBiasMetric> known, string place)
        {
            foreach (string name in names ?? [])
            {
                Demand(
                    known.Any(metric => metric.Name == name),
                    place,
                    $"there is no metric \"{name}\"; expected one of {string.Join(", ", known.Select(metric => metric.Name))}");
            }
        }

        void Demand(bool holds, string place, string expectation)
        {
            if (!holds)
            {
                throw new ConfigurationException(source, $"{path}.{place}", expectation);
            }
        }
    }
}
