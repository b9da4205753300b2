using System.Globalization;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the items of <c>alarms</c>.</summary>
internal static class AlarmsReader
{
    /// <summary>A day of minutes: the most periods of any alarm.</summary>
    private const int MostPeriods = 1440;

    /// <summary>Reads them.</summary>
    /// <param name="items">The objects of the array.</param>
    /// <param name="schedule">When the monitor runs, and so how many windows CloudWatch can look back on.</param>
    public static IReadOnlyList<AlarmSettings> Read(IReadOnlyList<SectionReader> items, Schedule schedule)
    {
        if (items.Count == 0)
        {
            return [];
        }

        TimeSpan gap = schedule.FindLongestGap() ?? MetricLimits.AlarmRange;
        TimeSpan range = gap < TimeSpan.FromHours(1) ? MetricLimits.ShortAlarmRange : MetricLimits.AlarmRange;
        int most = Math.Clamp((int)(range / gap), 1, MostPeriods);
        List<AlarmSettings> alarms = new(items.Count);
        foreach (SectionReader item in items)
        {
            alarms.Add(ReadAlarm(item, schedule, range, most));
        }

        return alarms;
    }

    private static AlarmSettings ReadAlarm(SectionReader item, Schedule schedule, TimeSpan range, int most)
    {
        string metric = item.ReadRequiredString("metric", _ => true, "the name of a metric") ?? MetricNames.Violations;
        if (!MetricNames.IsOfRuns(metric) && !MetricNames.IsOfFeature(metric))
        {
            item.Report("metric", Unknown(metric));
        }

        double threshold = item.ReadRequiredNumber("threshold", -MetricLimits.LargestValue, MetricLimits.LargestValue) ?? 0.0;
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
            Comparison = item.ReadChoice(
                "comparison",
                AlarmComparison.GreaterThanThreshold,
                ("GreaterThanThreshold", AlarmComparison.GreaterThanThreshold),
                ("GreaterThanOrEqualToThreshold", AlarmComparison.GreaterThanOrEqualToThreshold),
                ("LessThanThreshold", AlarmComparison.LessThanThreshold),
                ("LessThanOrEqualToThreshold", AlarmComparison.LessThanOrEqualToThreshold)),
            Periods = periods,
            Of = of,
            TreatMissingData = item.ReadChoice(
                "treatMissingData",
                MissingDataTreatment.NotBreaching,
                ("notBreaching", MissingDataTreatment.NotBreaching),
                ("breaching", MissingDataTreatment.Breaching),
                ("ignore", MissingDataTreatment.Ignore),
                ("missing", MissingDataTreatment.Missing)),
            Remediate = item.ReadBoolean("remediate", false),
        };
        item.Finish();
        return alarm;
    }

    private static string Unknown(string metric)
    {
        string known = $"known are {string.Join(", ", MetricNames.OfRuns)}, and {string.Join(", ", MetricNames.FeaturePrefixes)} with a feature's name behind";
        return Nearest(metric) is { } nearest ? $"unknown metric; did you mean {nearest}?" : $"unknown metric; {known}";
    }

    /// <summary>The metric that was meant: one of a run, or one of a feature whose prefix is misspelt.</summary>
    private static string? Nearest(string metric)
    {
        foreach (string prefix in MetricNames.FeaturePrefixes)
        {
            string start = metric[..Math.Min(metric.Length, prefix.Length)];
            if (metric.Length > prefix.Length && EditDistance.Between(start, prefix) <= 2)
            {
                int underscore = metric.LastIndexOf('_', Math.Min(metric.Length - 1, prefix.Length));
                return prefix + metric[(underscore < 0 ? prefix.Length : underscore + 1)..];
            }
        }

        return EditDistance.FindNearest(metric, MetricNames.OfRuns);
    }
}
