using System.Globalization;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the keys about labels that several sections have.</summary>
internal static class GroundTruthSectionReader
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

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

    /// <summary>Reports monitors that run so often that too many of their windows would take labels at once.</summary>
    /// <param name="root">The file.</param>
    /// <param name="monitors">What it makes.</param>
    public static void Check(SectionReader root, IReadOnlyList<MonitorDefinition> monitors)
    {
        foreach (MonitorDefinition monitor in monitors)
        {
            if (monitor.GroundTruth is not { Labels.ClosesAfter: var closesAfter } || monitor.Schedule.FindShortestGap() is not { } gap)
            {
                continue;
            }

            TimeSpan most = LabelSettings.MostOpenWindows * gap;
            if (closesAfter > most && root.ReadSection(MonitorExpansion.SectionOf(monitor.Kind)) is { } section)
            {
                string problem = string.Create(
                    CultureInfo.InvariantCulture,
                    $"closesAfter of {IsoDuration.Format(closesAfter)} is too long for the schedule {monitor.Schedule}: more than {LabelSettings.MostOpenWindows} windows would take labels at once; expected {IsoDuration.Format(most)} at most, or a schedule that fires less often");
                if (section.ReadSection("labels") is { } labels)
                {
                    labels.Report("closesAfter", problem);
                }
                else
                {
                    section.Report("labels", problem);
                }
            }
        }
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
            ClosesAfter = section.ReadDuration("closesAfter", Hour, LabelSettings.LongestWait) ?? defaults.ClosesAfter,
        };
        section.Finish();
        return labels;
    }
}
