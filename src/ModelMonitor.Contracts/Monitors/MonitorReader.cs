using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads a monitor file. It reports everything that is wrong with it at once, and never throws for its content.</summary>
/// <remarks>A capability adds its section by a reader of its own and one line in <see cref="ReadMonitors"/>.</remarks>
public static class MonitorReader
{
    private const string NameExpectation = "1 to 63 lowercase letters, digits and hyphens, with no hyphen at either end";
    private const string EndpointExpectation = "1 to 63 letters, digits and hyphens, with no hyphen at either end";

    /// <summary>The most children that Step Functions lets a distributed map run at once.</summary>
    private const int MostConcurrency = 10_000;

    private static readonly string[] UnlikeSageMaker = ["rules", "preprocess", "postprocess"];
    private static readonly TimeSpan LongestSettleDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(31);

    /// <summary>Reads a monitor file from its UTF-8 text; comments and trailing commas are allowed.</summary>
    public static MonitorReading Read(ReadOnlySpan<byte> utf8) => Read(utf8, new MonitorReadingLog());

    internal static MonitorReading Read(ReadOnlySpan<byte> utf8, MonitorReadingLog log)
    {
        IReadOnlyList<MonitorDefinition> monitors = [];
        JsonPlace? root = JsonPlaceReader.Read(utf8, log.Problems);
        if (root is { Kind: JsonValueKind.Object })
        {
            monitors = ReadMonitors(new SectionReader(root, log));
        }
        else if (root is not null)
        {
            log.AddProblem(root, $"expected an object, found {root.Description}");
        }

        return log.Problems.Count == 0
            ? new MonitorReading(monitors, [])
            : new MonitorReading([], [.. log.Problems.OrderBy(problem => problem.Line)]);
    }

    private static IReadOnlyList<MonitorDefinition> ReadMonitors(SectionReader root)
    {
        MonitorDefinition defaults = new() { Name = "", Endpoint = "" };
        root.ReadString("$schema", _ => true, "the path of monitor.schema.json");
        MonitorDefinition definition = new()
        {
            Name = root.ReadRequiredString("name", ResourceName.IsMonitorName, NameExpectation) ?? "",
            Endpoint = root.ReadRequiredString("endpoint", ResourceName.IsEndpointName, EndpointExpectation) ?? "",
            Variant = root.ReadString("variant", ResourceName.IsEndpointName, EndpointExpectation) ?? defaults.Variant,
            Schedule = KindTimingReader.ReadSchedule(root) ?? defaults.Schedule,
            Window = root.ReadDuration("window", ShortestWindow, LongestWindow),
            SettleDelay = root.ReadDuration("settleDelay", TimeSpan.Zero, LongestSettleDelay) ?? defaults.SettleDelay,
            Capture = CaptureSectionReader.Read(root.ReadSection("capture")),
            Dataset = DatasetSectionReader.Read(root.ReadSection("dataset")),
            Baseline = BaselineSectionReader.Read(root.ReadSection("baseline")),
            Compatibility = root.ReadChoice(
                "compatibility",
                Compatibility.Corrected,
                ("Corrected", Compatibility.Corrected),
                ("SageMaker", Compatibility.SageMaker)),
            DataQuality = DataQualitySectionReader.Read(root.ReadSection("dataQuality")),
            ModelQuality = ModelQualitySectionReader.Read(root.ReadSection("modelQuality")),
            Bias = BiasSectionReader.Read(root.ReadSection("bias")),
            Attribution = AttributionSectionReader.Read(root.ReadSection("attribution")),
            MaxConcurrency = root.ReadInteger("maxConcurrency", 1, MostConcurrency) ?? defaults.MaxConcurrency,
            Remediation = RemediationSectionReader.Read(root.ReadSection("remediation")),
            Notify = NotifySectionReader.Read(root),
            Rules = RulesReader.Read(root),
            Preprocess = ScriptFile.Read(root, "preprocess"),
            Postprocess = ScriptFile.Read(root, "postprocess"),
        };
        definition = WithStages(definition, root);
        IReadOnlyList<SectionReader> alarms = root.ReadSections("alarms");
        IReadOnlyList<MonitorDefinition> monitors = AlarmsReader.Read(alarms, MonitorExpansion.Expand(root, definition));
        RemediationSectionReader.Check(root, alarms, monitors);
        GroundTruthSectionReader.Check(root, monitors);
        if (definition.Compatibility == Compatibility.SageMaker)
        {
            ReportUnlikeSageMaker(root);
        }

        root.Finish();
        return [.. monitors.Select(monitor => monitor.Alarms.Any(alarm => alarm.Remediate) ? monitor : monitor with { Remediation = null })];
    }

    private static MonitorDefinition WithStages(MonitorDefinition definition, SectionReader root)
    {
        IReadOnlyList<MonitorStage> stages = StagesReader.Read(root, definition.Capture);
        if (stages.Count > 0 && root.Find("schedule") is not null)
        {
            root.Report("schedule", "each stage has a schedule of its own; remove this one");
        }

        return stages.Count == 0 ? definition : definition with { Schedule = stages[0].Schedule, Stages = stages };
    }

    private static void ReportUnlikeSageMaker(SectionReader root)
    {
        foreach (string key in UnlikeSageMaker.Where(key => root.Find(key) is not null))
        {
            root.Report(key, "SageMaker Model Monitor has none; remove it, or compatibility");
        }
    }
}
