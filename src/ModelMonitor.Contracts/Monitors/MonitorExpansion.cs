using System.Globalization;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Makes of a monitor file one monitor for each kind that it has a section of.</summary>
internal static class MonitorExpansion
{
    private const int LongestName = 63;

    /// <summary>The key of a kind's section.</summary>
    public static string SectionOf(string kind) => kind switch
    {
        MonitorKindNames.DataQuality => "dataQuality",
        MonitorKindNames.ModelQuality => "modelQuality",
        MonitorKindNames.Bias => "bias",
        _ => "attribution",
    };

    /// <summary>Makes them; a file without any section makes one of data quality.</summary>
    /// <param name="root">The file.</param>
    /// <param name="file">All that was read of it.</param>
    public static IReadOnlyList<MonitorDefinition> Expand(SectionReader root, MonitorDefinition file)
    {
        string[] kinds = [.. MonitorKindNames.All.Where(kind => root.Find(SectionOf(kind)) is not null)];
        if (kinds.Length == 0)
        {
            root.Report("nothing to monitor; add a section dataQuality, modelQuality, bias or attribution; the first may be empty: \"dataQuality\": {}");
            return [file];
        }

        List<MonitorDefinition> monitors = [.. kinds.Select(kind => Of(file, kind))];
        if (monitors.Find(monitor => monitor.Name.Length > LongestName) is { } tooLong)
        {
            root.Report("name", string.Create(
                CultureInfo.InvariantCulture,
                $"the section {SectionOf(tooLong.Kind)} makes a monitor '{tooLong.Name}' of {tooLong.Name.Length} characters, and {LongestName} are allowed; shorten the name by {tooLong.Name.Length - LongestName}"));
        }

        if (!kinds.Contains(MonitorKindNames.DataQuality, StringComparer.Ordinal))
        {
            foreach (string key in ((string[])["rules", "preprocess", "postprocess"]).Where(key => root.Find(key) is not null))
            {
                root.Report(key, "is a matter of data quality; add a section dataQuality, which may be empty, or remove it");
            }
        }

        return monitors;
    }

    private static MonitorDefinition Of(MonitorDefinition file, string kind)
    {
        MonitorDefinition bare = file with
        {
            Name = MonitorKindNames.NameOf(file.Name, kind),
            Kind = kind,
            DataQuality = null,
            ModelQuality = null,
            Bias = null,
            Attribution = null,
            Rules = [],
            Preprocess = null,
            Postprocess = null,
        };
        return kind switch
        {
            MonitorKindNames.DataQuality => file with
            {
                ModelQuality = null,
                Bias = null,
                Attribution = null,
                ExplainedBy = file.Attribution is null ? null : MonitorKindNames.NameOf(file.Name, MonitorKindNames.Attribution),
            },
            MonitorKindNames.ModelQuality => (file.ModelQuality?.Timing ?? new()).ApplyTo(bare) with { ModelQuality = file.ModelQuality },
            MonitorKindNames.Bias => (file.Bias?.Timing ?? new()).ApplyTo(bare) with { Bias = file.Bias },
            _ => (file.Attribution?.Timing ?? new()).ApplyTo(bare) with { Attribution = file.Attribution },
        };
    }
}
