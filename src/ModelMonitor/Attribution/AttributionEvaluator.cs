using System.Globalization;
using ModelMonitor.Bias;
using ModelMonitor.Documents;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Attribution;

/// <summary>Compares the ranking of features with the baseline's, label by label.</summary>
internal sealed class AttributionEvaluator(AttributionOptions options, AnalysisDocument baseline)
{
    /// <summary>The finding of each label of the baseline.</summary>
    public IReadOnlyList<AttributionFinding> Evaluate(AttributionState state, AnalysisDocument live) =>
        [.. (baseline.Attributions ?? []).Select((label, index) => Evaluate(state, label, Live(live, label.Label, index)))];

    /// <summary>The violation of a finding; null when it is none.</summary>
    public static AttributionViolation? ViolationOf(AttributionFinding finding) => !finding.Violated ? null : new AttributionViolation(
        finding.Label,
        $"Feature attribution drift {PythonDouble.ToString(finding.Gain!.Value)} exceeds threshold {PythonDouble.ToString(finding.Threshold)}");

    /// <summary>The label of the same name; otherwise, since names can be missing, the one at the same place.</summary>
    private static LabelAttributions? Live(AnalysisDocument live, string label, int index) =>
        live.Attributions!.FirstOrDefault(known => known.Label == label) ?? live.Attributions!.ElementAtOrDefault(index);

    private AttributionFinding Evaluate(AttributionState state, LabelAttributions reference, LabelAttributions? live)
    {
        Dictionary<string, double> values = (live?.Values ?? []).ToDictionary(StringComparer.Ordinal);
        FeatureAttribution[] features =
        [
            .. reference.Values
                .OrderByDescending(pair => pair.Value)
                .Select(pair => new FeatureAttribution(
                    pair.Key, values.TryGetValue(pair.Key, out double value) ? value : null, pair.Value)),
            .. values
                .Where(pair => reference.Values.All(known => known.Key != pair.Key))
                .Select(pair => new FeatureAttribution(pair.Key, pair.Value, null)),
        ];
        FeatureAttribution[] compared = [.. features.Where(feature => feature.Baseline is not null)];
        string? reason = ReasonNotToJudge(state, compared);
        double? gain = values.Count == 0 ? null : RankingGain.Normalised(
            [.. compared.Select(feature => feature.Baseline!.Value)], [.. compared.Select(feature => feature.Value ?? 0.0)]);
        if (gain is null)
        {
            reason ??= "the baseline ranks no feature";
        }

        return new AttributionFinding(
            reference.Label, gain, options.Threshold, reason is null && gain < options.Threshold, reason, state.ExplainedRows, features);
    }

    private string? ReasonNotToJudge(AttributionState state, FeatureAttribution[] compared) =>
        state.ExplainedRows == 0 ? "no row has an explanation: the endpoint needs Clarify's online explainability"
        : compared.All(feature => feature.Value is null) ? "the explanations name none of the baseline's features"
        : options.Compatibility == Compatibility.Corrected && state.ExplainedRows < options.MinimumRows
            ? string.Create(CultureInfo.InvariantCulture, $"too few explained rows to judge: {state.ExplainedRows}; at least {options.MinimumRows} are needed")
        : null;
}
