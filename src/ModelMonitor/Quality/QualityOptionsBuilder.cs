using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;

namespace ModelMonitor.Quality;

/// <summary>Makes the options of a model-quality monitor of its section.</summary>
internal static class QualityOptionsBuilder
{
    /// <summary>The column that joined labels come to stand in.</summary>
    public const string LabelColumn = "ground_truth";

    /// <summary>The options for captured rows, to which labels are joined where the section says where they are.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    public static QualityOptions OfRows(MonitorDefinition monitor, string source)
    {
        ModelQualitySection section = SectionOf(monitor);
        QualityOptions options = Of(monitor, section, source) with
        {
            GroundTruthAttribute = section.GroundTruth is null ? LabelOf(section.GroundTruthAttribute, source, "groundTruthAttribute") : LabelColumn,
        };
        return section.GroundTruth is null ? options.Validated() : (options with
        {
            Labels = new LabelRequest
            {
                Column = LabelColumn,
                Attribute = section.GroundTruthAttribute,
                Columns = [.. options.Attributes.Where(attribute => attribute != LabelColumn)],
            },
        }).Validated();
    }

    /// <summary>The options for the dataset that a baseline is made of, whose rows have their labels.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="source">What the user gave it as, for messages.</param>
    public static QualityOptions OfDataset(MonitorDefinition monitor, string source)
    {
        ModelQualitySection section = SectionOf(monitor);
        return (Of(monitor, section, source) with
        {
            GroundTruthAttribute = LabelOf(
                section.Dataset.GroundTruthAttribute ?? section.GroundTruthAttribute, source, "dataset.groundTruthAttribute"),
            InferenceAttribute = section.Dataset.InferenceAttribute ?? section.InferenceAttribute,
            ProbabilityAttribute = section.Dataset.ProbabilityAttribute ?? section.ProbabilityAttribute,
        }).Validated();
    }

    private static QualityOptions Of(MonitorDefinition monitor, ModelQualitySection section, string source) => new()
    {
        Problem = section.ProblemType,
        GroundTruthAttribute = LabelColumn,
        InferenceAttribute = section.InferenceAttribute,
        ProbabilityAttribute = section.ProbabilityAttribute,
        ProbabilityThreshold = section.ProbabilityThreshold,
        PositiveLabel = section.PositiveLabel,
        Quantile = section.Quantile,
        MinimumRows = section.MinimumRows,
        Significance = section.Significance,
        Compatibility = monitor.Compatibility,
        EmitMetrics = section.EmitMetrics,
        Source = source,
    };

    private static ModelQualitySection SectionOf(MonitorDefinition monitor) =>
        monitor.ModelQuality ?? throw new ArgumentException($"The monitor {monitor.Name} is not one of model quality.", nameof(monitor));

    private static string LabelOf(string? attribute, string source, string key) => attribute ?? throw new ConfigurationException(
        source, $"$.modelQuality.{key}", "is missing; give the column of the dataset that holds the label: its name, or its index as text");
}
