namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the keys about labels that several sections have.</summary>
internal static class GroundTruthReader
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    /// <summary>Reads them; null when the section has no key <c>groundTruth</c>, or a wrong one.</summary>
    public static GroundTruthSection? Read(SectionReader section)
    {
        string? place = section.ReadString(
            "groundTruth", text => GroundTruthLocation.Parse(text) is not null, GroundTruthLocation.Expectation);
        string? idColumn = section.ReadString("idColumn", text => text.Length > 0, "the name of a column");
        LabelSettings labels = ReadLabels(section.ReadSection("labels"));
        bool writesMerged = section.ReadBoolean("writeMerged", defaultValue: false);
        foreach (string key in section.Find("groundTruth") is null ? (string[])["idColumn", "labels", "writeMerged"] : [])
        {
            if (section.Find(key) is not null)
            {
                section.Report(key, "is about labels, of which groundTruth says where they are; add that");
            }
        }

        return place is null ? null : new GroundTruthSection(GroundTruthLocation.Parse(place)!)
        {
            IdColumn = idColumn,
            Labels = labels,
            WriteMerged = writesMerged,
        };
    }

    private static LabelSettings ReadLabels(SectionReader? section)
    {
        LabelSettings defaults = new();
        if (section is null)
        {
            return defaults;
        }

        IReadOnlyList<double> steps = section.ReadNumbers("steps", 1e-6, 1, "a share above 0 and up to 1");
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            section.Report("steps", "expected rising shares, such as [0.5, 0.8, 0.95]");
        }

        LabelSettings labels = new()
        {
            Steps = section.Find("steps") is null ? defaults.Steps : steps,
            ClosesAfter = section.ReadDuration("closesAfter", Hour, Year) ?? defaults.ClosesAfter,
        };
        section.Finish();
        return labels;
    }
}
