using ModelMonitor.Documents;

namespace ModelMonitor.Bias;

/// <summary>Reads <c>analysis.json</c>.</summary>
internal static class AnalysisReader
{
    public static AnalysisDocument Read(JsonPlace root)
    {
        AnalysisDocument document = new()
        {
            PostTraining = ReadSection(root.Optional("post_training_bias_metrics")),
            PreTraining = ReadSection(root.Optional("pre_training_bias_metrics")),
            Attributions = root.Optional("explanations")?.Optional("kernel_shap")?.Members(ReadLabel),
        };
        return document is { PostTraining: null, PreTraining: null, Attributions: null }
            ? throw root.Unexpected("bias metrics or explanations.kernel_shap, as in Clarify's analysis.json")
            : document;
    }

    /// <summary>Whether a document has any of the members that are read.</summary>
    public static bool IsOne(JsonPlace root) =>
        (root.Optional("post_training_bias_metrics") ?? root.Optional("pre_training_bias_metrics") ?? root.Optional("explanations")) is not null;

    private static BiasSection? ReadSection(JsonPlace? section) => section is null ? null : new BiasSection(
        section.Required("label").Scalar(),
        section.Optional("label_value_or_threshold")?.Scalar(),
        [
            .. section.Required("facets").Members((facet, name) => facet.Items(value => new FacetAnalysis(
                name, value.Required("value_or_threshold").Scalar(), value.Required("metrics").Items(ReadMetric)))).SelectMany(facet => facet),
        ]);

    private static MetricAnalysis ReadMetric(JsonPlace metric) => new(
        metric.Required("name").Text(),
        metric.Optional("description")?.Text() ?? metric.Required("name").Text(),
        metric.Optional("value")?.Measure(),
        metric.Optional("error")?.Text());

    private static LabelAttributions ReadLabel(JsonPlace label, string name) => new(
        name,
        label.Required("global_shap_values").Members((value, feature) => KeyValuePair.Create(feature, value.Number())),
        label.Optional("expected_value")?.Number());
}
