namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>bias.dataset</c>.</summary>
internal static class BiasDatasetReader
{
    /// <summary>Reads it.</summary>
    /// <param name="section">The section; null where the file has none.</param>
    /// <param name="facets">The names of the monitor's facets; null where another file has them.</param>
    public static BiasDatasetSection Read(SectionReader? section, IReadOnlyList<string>? facets)
    {
        if (section is null)
        {
            return new BiasDatasetSection();
        }

        BiasDatasetSection read = new()
        {
            Label = ModelQualitySectionReader.ReadColumn(section, "label"),
            Prediction = ModelQualitySectionReader.ReadColumn(section, "prediction"),
            Probability = ModelQualitySectionReader.ReadColumn(section, "probability"),
            GroupVariable = ModelQualitySectionReader.ReadColumn(section, "groupVariable"),
            Facets = ReadFacets(section.ReadSection("facets"), facets),
        };
        section.Finish();
        return read;
    }

    private static Dictionary<string, string> ReadFacets(SectionReader? section, IReadOnlyList<string>? facets)
    {
        Dictionary<string, string> columns = new(StringComparer.Ordinal);
        foreach (string facet in section?.Keys ?? [])
        {
            if (facets?.Contains(facet, StringComparer.Ordinal) == false)
            {
                section!.Report(facet, $"is no facet of the monitor; known are {string.Join(", ", facets)}");
            }

            if (ModelQualitySectionReader.ReadColumn(section!, facet) is { } column)
            {
                columns[facet] = column;
            }
        }

        section?.Finish();
        return columns;
    }
}
