using System.Globalization;
using ModelMonitor.Bias;

namespace ModelMonitor.Attribution;

/// <summary>Turns sums of attributions into global ones.</summary>
public static class AttributionReport
{
    /// <summary>The <c>analysis.json</c> of a state: of a window, or as a baseline.</summary>
    /// <param name="state">The sums.</param>
    /// <param name="options">Names, and how rows are put together.</param>
    /// <param name="baseline">Where the order of the features and the expected value come from; null for none.</param>
    public static AnalysisDocument Of(AttributionState state, AttributionOptions options, AnalysisDocument? baseline = null)
    {
        List<LabelAttributions> labels = [];
        foreach (var label in state.All().GroupBy(entry => entry.Label))
        {
            string name = NameOf(label.Key, options, baseline);
            LabelAttributions? reference = baseline?.Attributions?.FirstOrDefault(known => known.Label == name);
            IReadOnlyList<string> order = options.Features ?? reference?.Values.Select(pair => pair.Key).ToArray() ?? [];

            // Explanations that name no feature take the baseline's names by place: the order of the columns must be kept.
            Dictionary<string, double> values = label.OrderBy(entry => entry.Sums.Place).ToDictionary(
                entry => entry.Feature, entry => entry.Sums.Aggregate(options.Aggregate), StringComparer.Ordinal);
            labels.Add(new LabelAttributions(
                name,
                [
                    .. order.Where(values.ContainsKey).Select(feature => KeyValuePair.Create(feature, values[feature])),
                    .. values.Where(pair => !order.Contains(pair.Key, StringComparer.Ordinal)),
                ],
                reference?.ExpectedValue));
        }

        return new AnalysisDocument { Attributions = labels };
    }

    /// <summary>The name of a label: the configured one, the baseline's at that place, or <c>label0</c>, <c>label1</c> …</summary>
    internal static string NameOf(int label, AttributionOptions options, AnalysisDocument? baseline) =>
        options.Labels is { } names && label < names.Count ? names[label]
        : baseline?.Attributions is { } known && label < known.Count ? known[label].Label
        : string.Create(CultureInfo.InvariantCulture, $"label{label}");
}
