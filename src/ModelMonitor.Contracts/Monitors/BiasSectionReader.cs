using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>bias</c>.</summary>
internal static class BiasSectionReader
{
    private const double MostConfidence = 0.999999;
    private const int MostGroupSize = 1_000_000;
    private static readonly string[] KeysOfConfiguration = ["label", "positiveLabels", "threshold", "facets", "groupVariable"];

    public static BiasSection? Read(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        BiasSection defaults = new();
        BiasFacet[] facets = [.. section.ReadSections("facets").Select(ReadFacet)];
        BiasSection read = new()
        {
            Label = ModelQualitySectionReader.ReadColumn(section, "label"),
            PositiveLabels = section.ReadStrings("positiveLabels", text => text.Length > 0, "a label as text, such as \"1\""),
            Threshold = section.ReadMetricValue("threshold"),
            Prediction = ModelQualitySectionReader.ReadColumn(section, "prediction"),
            Probability = ModelQualitySectionReader.ReadColumn(section, "probability"),
            ProbabilityThreshold = section.ReadFraction("probabilityThreshold") ?? defaults.ProbabilityThreshold,
            LabelHeaders = section.ReadStrings("labelHeaders", text => text.Length > 0, "a label as text, such as \"1\""),
            Facets = facets,
            Dataset = BiasDatasetReader.Read(
                section.ReadSection("dataset"), section.Find("config") is null ? [.. facets.Select(facet => facet.Name)] : null),
            GroupVariable = ModelQualitySectionReader.ReadColumn(section, "groupVariable"),
            Features = section.ReadStrings("features", text => text.Length > 0, ModelQualitySectionReader.ColumnExpectation),
            Metrics = section.ReadStrings("metrics", BiasMetricNames.IsKnown, $"one of {string.Join(", ", BiasMetricNames.All)}"),
            AllowedRanges = ReadRanges(section.ReadSection("allowedRanges")),
            Confidence = section.ReadNumber("confidence", 0.5, MostConfidence) ?? defaults.Confidence,
            MinimumGroupSize = section.ReadInteger("minimumGroupSize", 1, MostGroupSize) ?? defaults.MinimumGroupSize,
            Configuration = section.ReadString(
                "config", ConfigurationFile.IsName, "the name of a file beside the monitor's that ends in analysis_config.json") is { } name
                ? new ConfigurationFile(name)
                : null,
            GroundTruth = GroundTruthSectionReader.Read(section),
            EmitMetrics = section.ReadBoolean("emitMetrics", true),
            Timing = KindTimingReader.Read(section),
        };
        Check(section);
        CheckPredictions(section, read);
        section.Finish();
        return read;
    }

    private static BiasFacet ReadFacet(SectionReader item)
    {
        BiasFacet facet = new(
            item.ReadRequiredString("name", text => text.Length > 0, ModelQualitySectionReader.ColumnExpectation) ?? "",
            item.ReadStrings("values", text => text.Length > 0, "a value as text, such as \"0\""),
            item.ReadMetricValue("threshold"));
        if (item.Find("values") is not null && item.Find("threshold") is not null)
        {
            item.Report("threshold", "stands beside values; remove one");
        }

        item.Finish();
        return facet;
    }

    private static Dictionary<string, AllowedRange> ReadRanges(SectionReader? section)
    {
        Dictionary<string, AllowedRange> ranges = new(StringComparer.Ordinal);
        foreach (string metric in section?.Keys ?? [])
        {
            if (!BiasMetricNames.IsKnown(metric))
            {
                string hint = EditDistance.FindNearest(metric, BiasMetricNames.All) is { } nearest ? $"did you mean {nearest}?" : $"known are {string.Join(", ", BiasMetricNames.All)}";
                section!.Report(metric, $"unknown bias metric; {hint}");
            }

            if (section!.ReadSection(metric) is { } range)
            {
                ranges[metric] = ReadRange(range);
            }
        }

        section?.Finish();
        return ranges;
    }

    private static AllowedRange ReadRange(SectionReader range)
    {
        AllowedRange read = new(range.ReadMetricValue("minimum"), range.ReadMetricValue("maximum"));
        if (read is { Minimum: null, Maximum: null })
        {
            range.Report("expected minimum, maximum or both");
        }
        else if (read.Minimum > read.Maximum)
        {
            range.Report("maximum", "is less than minimum");
        }

        range.Finish();
        return read;
    }

    private static void CheckPredictions(SectionReader section, BiasSection read)
    {
        if (read.LabelHeaders.Count == 1)
        {
            section.Report("labelHeaders", "expected at least two labels, one for each probability");
        }

        if (section.Find("labelHeaders") is not null && section.Find("prediction") is not null)
        {
            section.Report("labelHeaders", "stands beside prediction, which is a label already; remove one");
        }
        else if (section.Find("labelHeaders") is not null && section.Find("probability") is null && section.Find("config") is null)
        {
            section.Report("probability", $"is missing; give where the probabilities of labelHeaders are, {ModelQualitySectionReader.ColumnExpectation}");
        }
    }

    private static void Check(SectionReader section)
    {
        if (section.Find("config") is not null)
        {
            foreach (string key in KeysOfConfiguration.Where(key => section.Find(key) is not null))
            {
                section.Report(key, "is what the file of config says; remove one");
            }

            return;
        }

        if (section.Find("label") is null)
        {
            section.Report("label", $"is missing; give {ModelQualitySectionReader.ColumnExpectation}, or config");
        }

        if (section.Find("facets") is not { Items.Count: > 0 })
        {
            section.Report("facets", "expected at least one, such as [{ \"name\": \"Sex\", \"values\": [\"0\"] }], or config");
        }

        bool hasLabels = section.Find("positiveLabels") is { Items.Count: > 0 };
        if (hasLabels == section.Find("threshold") is not null)
        {
            section.Report(hasLabels ? "threshold" : "positiveLabels", hasLabels
                ? "stands beside positiveLabels; remove one"
                : "is missing, and threshold too; give one to say which labels are favourable");
        }
    }
}
