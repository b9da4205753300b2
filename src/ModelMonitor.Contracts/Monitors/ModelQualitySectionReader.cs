namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>modelQuality</c>.</summary>
internal static class ModelQualitySectionReader
{
    internal const string ColumnExpectation = "the name of a column, or its index as text: \"0\" is the first";

    private const double LeastSignificance = 1e-12;
    private const double LeastQuantile = 1e-6;
    private const int MostRows = 1_000_000_000;

    public static ModelQualitySection? Read(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        string[] words = Enum.GetNames<ProblemType>();
        string? problem = section.ReadRequiredString("problemType", words.Contains, "Regression, BinaryClassification or MulticlassClassification");
        ModelQualitySection read = new(problem is null ? ProblemType.BinaryClassification : Enum.Parse<ProblemType>(problem))
        {
            GroundTruth = GroundTruthSectionReader.Read(section),
            GroundTruthAttribute = ReadColumn(section, "groundTruthAttribute"),
            InferenceAttribute = ReadColumn(section, "inferenceAttribute"),
            ProbabilityAttribute = ReadColumn(section, "probabilityAttribute"),
            Dataset = ReadDataset(section.ReadSection("dataset")),
            ProbabilityThreshold = section.ReadFraction("probabilityThreshold") ?? ModelQualitySection.DefaultProbabilityThreshold,
            PositiveLabel = section.ReadString("positiveLabel", text => text.Length > 0, "the positive class as text, such as \"1\""),
            Quantile = section.ReadNumber("quantile", LeastQuantile, 1.0 - LeastQuantile) ?? ModelQualitySection.DefaultQuantile,
            MinimumRows = section.ReadInteger("minimumRows", 1, MostRows) ?? 1,
            Significance = section.ReadNumber("significance", LeastSignificance, 0.5),
            EmitMetrics = section.ReadBoolean("emitMetrics", true),
            Timing = KindTimingReader.Read(section),
        };
        if (section.Find("groundTruth") is null)
        {
            section.Report("groundTruth", $"is missing; give {GroundTruthLocation.Expectation}");
        }

        if (problem is not null)
        {
            CheckColumns(section, read);
        }

        section.Finish();
        return read;
    }

    /// <summary>A column's name or index; null when it is absent or wrong.</summary>
    internal static string? ReadColumn(SectionReader section, string key) => section.ReadString(key, text => text.Length > 0, ColumnExpectation);

    private static QualityDatasetSection ReadDataset(SectionReader? section)
    {
        if (section is null)
        {
            return new QualityDatasetSection();
        }

        QualityDatasetSection read = new()
        {
            GroundTruthAttribute = ReadColumn(section, "groundTruthAttribute"),
            InferenceAttribute = ReadColumn(section, "inferenceAttribute"),
            ProbabilityAttribute = ReadColumn(section, "probabilityAttribute"),
        };
        section.Finish();
        return read;
    }

    private static void CheckColumns(SectionReader section, ModelQualitySection read)
    {
        bool isBinary = read.ProblemType == ProblemType.BinaryClassification;
        if (!isBinary && section.Find("inferenceAttribute") is null)
        {
            section.Report("inferenceAttribute", $"is missing; give {ColumnExpectation}");
        }
        else if (section.Find("inferenceAttribute") is null && section.Find("probabilityAttribute") is null)
        {
            section.Report("inferenceAttribute", $"is missing, and probabilityAttribute too; give one: {ColumnExpectation}");
        }

        (string Key, ProblemType Of)[] particular =
        [
            ("probabilityThreshold", ProblemType.BinaryClassification),
            ("positiveLabel", ProblemType.BinaryClassification),
            ("quantile", ProblemType.Regression),
        ];
        foreach ((string key, ProblemType of) in particular)
        {
            if (of != read.ProblemType && section.Find(key) is not null)
            {
                section.Report(key, $"is of {of}, and the problem type is {read.ProblemType}; remove it");
            }
        }
    }
}
