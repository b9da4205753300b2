using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Makes the options of a bias monitor of its section, or of the analysis configuration that the section names.</summary>
internal static class BiasOptionsBuilder
{
    /// <summary>The options for captured rows.</summary>
    /// <param name="monitor">The monitor, its configuration read.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <exception cref="ConfigurationException">The section or the configuration cannot be used.</exception>
    public static BiasOptions Of(MonitorDefinition monitor, string source)
    {
        ModelMonitor.Contracts.Monitors.BiasSection section = SectionOf(monitor);
        BiasOptions said = section.Configuration is { } file
            ? AnalysisConfigReader.Read(file.Name, Encoding.UTF8.GetBytes(file.Content ?? throw new ConfigurationException(
                source, "$.bias.config", $"there is no file {file.Name} beside the monitor's")))
            : OfSection(section);
        BiasOptions options = said with
        {
            PredictedLabel = section.Prediction ?? (section.LabelHeaders.Count > 0 ? null : said.PredictedLabel),
            Probability = section.Probability ?? said.Probability,
            LabelHeaders = section.LabelHeaders.Count > 0 ? section.LabelHeaders : said.LabelHeaders,
            ProbabilityThreshold = section.Configuration is null ? section.ProbabilityThreshold : said.ProbabilityThreshold,
            Features = section.Features.Count > 0 ? section.Features : said.Features,
            PreTrainingMetrics = Wanted(section, BiasMetrics.PreTraining) ?? said.PreTrainingMetrics,
            PostTrainingMetrics = Wanted(section, BiasMetrics.PostTraining) ?? said.PostTrainingMetrics,
            AllowedRanges = section.AllowedRanges.ToDictionary(
                pair => pair.Key,
                pair => new AllowedRange(pair.Value.Minimum ?? double.NegativeInfinity, pair.Value.Maximum ?? double.PositiveInfinity),
                StringComparer.Ordinal),
            Confidence = section.Confidence,
            MinimumGroupSize = section.MinimumGroupSize,
            Compatibility = monitor.Compatibility,
            EmitMetrics = section.EmitMetrics,
        };
        BiasOptionsCheck.Demand(options, source, "$.bias");
        return options;
    }

    /// <summary>The options for the dataset of a baseline, whose columns may have other names; what is measured has the same.</summary>
    /// <param name="monitor">The monitor, its configuration read.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <exception cref="ConfigurationException">The section or the configuration cannot be used.</exception>
    public static BiasOptions OfDataset(MonitorDefinition monitor, string source)
    {
        BiasOptions options = Of(monitor, source);
        BiasDatasetSection dataset = SectionOf(monitor).Dataset;
        Dictionary<string, string> columns = new(StringComparer.Ordinal);
        foreach ((string facet, string column) in dataset.Facets)
        {
            columns[facet] = options.Facets.Any(known => known.Column == facet) ? column : throw new ConfigurationException(
                source,
                $"$.bias.dataset.facets.{facet}",
                $"there is no such facet; expected one of {string.Join(", ", options.Facets.Select(known => known.Column))}");
        }

        if (dataset.Label is { } label)
        {
            columns[options.Label] = label;
        }

        if (dataset.GroupVariable is { } group && options.GroupVariable is { } known)
        {
            columns[known] = group;
        }

        bool hasPredictions = dataset.Prediction is not null || dataset.Probability is not null;
        return options with
        {
            Columns = columns,
            PredictedLabel = hasPredictions ? dataset.Prediction : options.PredictedLabel,
            Probability = hasPredictions ? dataset.Probability : options.Probability,
            LabelHeaders = hasPredictions && dataset.Probability is null ? null : options.LabelHeaders,
        };
    }

    private static ModelMonitor.Contracts.Monitors.BiasSection SectionOf(MonitorDefinition monitor) => monitor.Bias
        ?? throw new ArgumentException($"The monitor {monitor.Name} is not one of bias.", nameof(monitor));

    private static BiasOptions OfSection(ModelMonitor.Contracts.Monitors.BiasSection section) => new()
    {
        Label = section.Label ?? "",
        LabelValues = section.Threshold is { } threshold ? [Text(threshold)] : section.PositiveLabels,
        LabelMatch = MatchOf(section.Threshold),
        Facets =
        [
            .. section.Facets.Select(facet => new FacetOptions(
                facet.Name, facet.Threshold is { } above ? [Text(above)] : facet.Values, MatchOf(facet.Threshold))),
        ],
        GroupVariable = section.GroupVariable,
    };

    private static string[]? Wanted(ModelMonitor.Contracts.Monitors.BiasSection section, IReadOnlyList<IBiasMetric> stage) => section.Metrics.Count == 0
        ? null
        : [.. stage.Select(metric => metric.Name).Where(name => section.Metrics.Contains(name, StringComparer.Ordinal))];

    /// <summary>The section says which of the two it means, where Clarify's file leaves it to the data.</summary>
    private static ValueMatch MatchOf(double? threshold) => threshold is null ? ValueMatch.Values : ValueMatch.Above;

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
