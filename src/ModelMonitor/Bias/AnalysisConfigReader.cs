using System.Globalization;
using ModelMonitor.Documents;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Reads Clarify's <c>analysis_config.json</c>: that of a bias monitor, and that of a processing job.</summary>
/// <remarks>Unknown members are ignored, for the same file also configures what is not monitored.</remarks>
public static class AnalysisConfigReader
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It cannot be used; the message has the place and the remedy.</exception>
    public static BiasOptions Read(string source, ReadOnlyMemory<byte> utf8)
    {
        BiasOptions options = JsonPlace.Read(source, utf8, Read);
        BiasOptionsCheck.Demand(options, source, "$");
        return options;
    }

    private static BiasOptions Read(JsonPlace root)
    {
        List<string>? headers = root.Optional("headers")?.Items(header => header.Text());
        JsonPlace? predictor = root.Optional("predictor");
        JsonPlace? methods = root.Optional("methods");
        JsonPlace facet = root.Required("facet");
        return new BiasOptions
        {
            Label = Column(root.Required("label"), headers),
            LabelValues = Values(root.Required("label_values_or_threshold")),
            Facets = facet.IsArray ? facet.Items(item => ReadFacet(item, headers)) : [ReadFacet(facet, headers)],
            GroupVariable = root.Optional("group_variable") is { } group ? Column(group, headers) : null,
            PredictedLabel = predictor?.Optional("label") is { } label ? Column(label, null) : null,
            Probability = predictor?.Optional("probability") is { } probability ? Column(probability, null) : null,
            LabelHeaders = predictor?.Optional("label_headers")?.Items(header => header.Scalar()),
            ProbabilityThreshold = root.Optional("probability_threshold")?.NumberIn(0.0, 1.0) ?? 0.5,
            Headers = headers,
            PreTrainingMetrics = methods is null ? null : Metrics(methods.Optional("pre_training_bias"), BiasMetrics.PreTraining),
            PostTrainingMetrics = methods is null ? null : Metrics(methods.Optional("post_training_bias"), BiasMetrics.PostTraining),
        };
    }

    private static FacetOptions ReadFacet(JsonPlace facet, List<string>? headers) => new(
        Column(facet.Required("name_or_index"), headers),
        facet.Optional("value_or_threshold") is { } values ? Values(values) : []);

    private static List<string> Values(JsonPlace values) => values.IsArray ? values.Items(value => value.Scalar()) : [values.Scalar()];

    /// <summary>A column by its name, a path such as <c>predictions[0].score</c>, or an index, for which its header is taken.</summary>
    private static string Column(JsonPlace place, List<string>? headers)
    {
        string text = place.Scalar();
        if (headers is not null && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && !headers.Contains(text, StringComparer.Ordinal))
        {
            return index < headers.Count
                ? headers[index]
                : throw place.Unexpected(string.Create(CultureInfo.InvariantCulture, $"the index of one of the {headers.Count} headers"));
        }

        return headers?.Contains(text, StringComparer.Ordinal) == true ? text
            : JsonColumnPath.ToColumn(text) ?? throw place.Unexpected(
                "the name of a column, or a path of names and indexes such as result.scores[1]; a projection only over predictions or instances, whose items are records");
    }

    private static List<string>? Metrics(JsonPlace? section, IReadOnlyList<IBiasMetric> all)
    {
        if (section is null)
        {
            return [];
        }

        JsonPlace? methods = section.Optional("methods");
        if (methods is null || methods.Word() == "all")
        {
            return null;
        }

        return methods.Items(method => all.Any(metric => metric.Name == method.Word())
            ? method.Word()
            : throw method.Unexpected($"all, or some of {string.Join(", ", all.Select(metric => metric.Name))}"));
    }
}
