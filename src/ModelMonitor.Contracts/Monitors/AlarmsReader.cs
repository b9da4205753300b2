using System.Globalization;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the items of <c>alarms</c>.</summary>
internal static class AlarmsReader
{
    /// <summary>A day of minutes: the most periods of any alarm.</summary>
    private const int MostPeriods = 1440;

    private const double NarrowestBand = 0.1;
    private const double WidestBand = 100;

    /// <summary>Reads them, and gives each to the monitor of the kind that publishes its metric.</summary>
    /// <param name="items">The objects of the array.</param>
    /// <param name="monitors">The file's monitors; their schedules tell how many windows CloudWatch can look back on.</param>
    /// <returns>The monitors with their alarms.</returns>
    public static IReadOnlyList<MonitorDefinition> Read(IReadOnlyList<SectionReader> items, IReadOnlyList<MonitorDefinition> monitors)
    {
        List<(MonitorDefinition Monitor, AlarmSettings Alarm, SectionReader Item)> read = new(items.Count);
        foreach (SectionReader item in items)
        {
            string? metric = item.ReadRequiredString("metric", _ => true, "the name of a metric");
            MonitorDefinition monitor = metric is null ? monitors[0] : AlarmKind.Find(item, metric, monitors);
            read.Add((monitor, ReadAlarm(item, metric ?? MetricNames.Violations, monitor), item));
        }

        return
        [
            .. monitors.Select(monitor => read.FindAll(alarm => ReferenceEquals(alarm.Monitor, monitor)) is { Count: > 0 } own
                ? monitor with { Alarms = AlarmNaming.Apply([.. own.Select(alarm => alarm.Alarm)], [.. own.Select(alarm => alarm.Item)]) }
                : monitor),
        ];
    }

    private static AlarmSettings ReadAlarm(SectionReader item, string metric, MonitorDefinition monitor)
    {
        Schedule schedule = monitor.SparsestSchedule;
        TimeSpan gap = schedule.FindLongestGap() ?? MetricLimits.AlarmRange;
        TimeSpan range = gap < TimeSpan.FromHours(1) ? MetricLimits.ShortAlarmRange : MetricLimits.AlarmRange;
        int most = Math.Clamp((int)(range / gap), 1, MostPeriods);
        double? threshold = item.ReadMetricValue("threshold");
        double? band = item.ReadNumber("anomalyDetection", NarrowestBand, WidestBand);
        bool hasBand = item.Find("anomalyDetection") is not null;
        if (hasBand && item.Find("threshold") is not null)
        {
            item.Report("anomalyDetection", "stands beside a threshold; remove one");
        }
        else if (!hasBand && item.Find("threshold") is null)
        {
            item.Report("threshold", "is missing; give a number, or instead anomalyDetection");
        }

        int periods = item.ReadInteger("periods", 1, MostPeriods) ?? 1;
        int of = item.ReadInteger("of", 1, MostPeriods) ?? periods;
        if (of < periods)
        {
            item.Report("of", string.Create(
                CultureInfo.InvariantCulture, $"expected at least the {periods} periods that must be beyond the threshold, found {of}"));
        }
        else if (of > most)
        {
            item.Report(item.Find("of") is null ? "periods" : "of", string.Create(
                CultureInfo.InvariantCulture,
                $"expected at most {most}, found {of}: CloudWatch looks back {IsoDuration.Format(range)} at most, and the schedule is {schedule}"));
        }

        AlarmSettings alarm = new(metric, threshold)
        {
            AnomalyDetection = band,
            Comparison = hasBand ? ReadBandComparison(item) : ReadComparison(item),
            Periods = periods,
            Of = of,
            TreatMissingData = item.ReadChoice(
                "treatMissingData",
                MissingDataTreatment.NotBreaching,
                ("notBreaching", MissingDataTreatment.NotBreaching),
                ("breaching", MissingDataTreatment.Breaching),
                ("ignore", MissingDataTreatment.Ignore),
                ("missing", MissingDataTreatment.Missing)),
            Severity = item.ReadChoice(
                "severity",
                AlarmSeverity.Warning,
                ("info", AlarmSeverity.Info),
                ("warning", AlarmSeverity.Warning),
                ("critical", AlarmSeverity.Critical)),
            Remediate = item.ReadBoolean("remediate", false),
        };
        alarm = alarm with
        {
            Name = AlarmNaming.Read(item) ?? alarm.Name,
            Facet = item.ReadString("facet", text => text.Length > 0, "the name of a facet of bias.facets"),
        };
        item.Find("kind");
        AlarmKind.Check(item, alarm, monitor);
        item.Finish();
        return alarm;
    }

    private static AlarmComparison ReadComparison(SectionReader item) => item.ReadChoice(
        "comparison",
        AlarmComparison.GreaterThanThreshold,
        ("GreaterThanThreshold", AlarmComparison.GreaterThanThreshold),
        ("GreaterThanOrEqualToThreshold", AlarmComparison.GreaterThanOrEqualToThreshold),
        ("LessThanThreshold", AlarmComparison.LessThanThreshold),
        ("LessThanOrEqualToThreshold", AlarmComparison.LessThanOrEqualToThreshold));

    private static AlarmComparison ReadBandComparison(SectionReader item) => item.ReadChoice(
        "comparison",
        AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold,
        ("LessThanLowerOrGreaterThanUpperThreshold", AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold),
        ("GreaterThanUpperThreshold", AlarmComparison.GreaterThanUpperThreshold),
        ("LessThanLowerThreshold", AlarmComparison.LessThanLowerThreshold));
}
