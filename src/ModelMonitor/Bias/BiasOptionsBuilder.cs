using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Bias;

/// <summary>Makes the options of a bias monitor of its section, or of the analysis configuration that the section names.</summary>
internal static class BiasOptionsBuilder
{
    /// <summary>The options.</summary>
    /// <param name="monitor">The monitor, its configuration read.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    /// <exception cref="ConfigurationException">The section or the configuration cannot be used.</exception>
    public static BiasOptions Of(MonitorDefinition monitor, string source)
    {
        ModelMonitor.Contracts.Monitors.BiasSection section = monitor.Bias
            ?? throw new ArgumentException($"The monitor {monitor.Name} is not one of bias.", nameof(monitor));
        BiasOptions said = section.Configuration is { } file
            ? AnalysisConfigReader.Read(file.Name, Encoding.UTF8.GetBytes(file.Content ?? throw new ConfigurationException(
                source, "$.bias.config", $"there is no file {file.Name} beside the monitor's")))
            : OfSection(section);
        BiasOptions options = said with
        {
            PredictedLabel = section.Prediction ?? said.PredictedLabel,
            Probability = section.Probability ?? said.Probability,
            ProbabilityThreshold = section.Configuration is null ? section.ProbabilityThreshold : said.ProbabilityThreshold,
            AllowedRanges = section.AllowedRanges.ToDictionary(
                pair => pair.Key,
                pair => new AllowedRange(pair.Value.Minimum ?? double.NegativeInfinity, pair.Value.Maximum ?? double.PositiveInfinity),
                StringComparer.Ordinal),
            Confidence = section.Confidence,
            Compatibility = monitor.Compatibility,
            EmitMetrics = section.EmitMetrics,
        };
        BiasOptionsCheck.Demand(options, source, "$.bias");
        return options;
    }

    private static BiasOptions OfSection(ModelMonitor.Contracts.Monitors.BiasSection section) => new()
    {
        Label = section.Label ?? "",
        LabelValues = section.Threshold is { } threshold ? [Text(threshold)] : section.PositiveLabels,
        Facets = [.. section.Facets.Select(facet => new FacetOptions(facet.Name, facet.Threshold is { } above ? [Text(above)] : facet.Values))],
        GroupVariable = section.GroupVariable,
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
