using System.Globalization;
using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Remediation;

/// <summary>Writes to people what an alarm came to: what drifted, by how much, since when, what was done, and where to look.</summary>
/// <param name="monitor">The monitor.</param>
/// <param name="links">The addresses.</param>
/// <param name="recordKey">The key of the record.</param>
internal sealed class NoticeWriter(MonitorDefinition monitor, RemediationLinks links, string recordKey)
{
    /// <summary>The most that SNS carries to every kind of subscriber, with room to spare.</summary>
    private const int LongestMessage = 8_000;

    /// <summary>Writes the notice of how it stands.</summary>
    public RemediationNotice Write(RemediationRecord record)
    {
        (string subject, string what) = Describe(record);
        StringBuilder text = new();
        Line(text, $"Monitor {monitor.Name} of the endpoint {monitor.Endpoint}, variant {monitor.Variant}.");
        Line(text, $"{what}");
        Line(text, $"");
        Line(text, $"Alarm: {record.Alarm} rang at {Figures.Time(record.Time)} UTC.");
        if (record.AlarmExplanation.Length > 0)
        {
            Line(text, $"CloudWatch says: {record.AlarmExplanation}");
        }

        WriteEvidence(text, record);
        Line(text, $"");
        Line(text, $"Why: {record.Explanation}");
        if (record.Execution is not null)
        {
            Line(text, $"Execution: {record.Execution}");
        }

        Line(text, $"Record: {links.AddressOf(recordKey)}");
        Line(text, $"What to do: {links.Runbook}");
        return new RemediationNotice($"{subject}: {monitor.Name}", Cut(text.ToString()), monitor.Notify.Of(SeverityOf(record.Alarm)));
    }

    /// <summary>Who is told of an alarm is told what it came to.</summary>
    private AlarmSeverity SeverityOf(string alarm) =>
        monitor.Alarms.FirstOrDefault(settings => AlarmName.TryParse(alarm, out AlarmName? name) && name.Id == settings.Name)?.Severity
        ?? AlarmSeverity.Warning;

    private static (string Subject, string What) Describe(RemediationRecord record) => record.Status switch
    {
        RemediationStatus.Running => ("Retraining started", $"The {record.Target} was started."),
        RemediationStatus.Sent => ("Retraining requested", $"An event was sent to the {record.Target}."),
        RemediationStatus.StartFailed => (
            "Retraining could not be started",
            $"The {record.Target} could not be started: {record.Error} The next alarm tries again."),
        RemediationStatus.Overdue => (
            "Retraining has not ended", $"The {record.Target} has not ended in the time that it may take. It no longer counts as running."),
        RemediationStatus.Failed => ("Retraining failed", $"The {record.Target} failed. The model is as it was."),
        RemediationStatus.Stopped => ("Retraining was stopped", $"The {record.Target} was stopped before its end. The model is as it was."),
        _ => record.Decision switch
        {
            RemediationReason.DryRun => (
                "Retraining would start (dry run)",
                "Nothing was started: the monitor says dryRun. Deploy it with \"dryRun\": false to have retraining started."),
            RemediationReason.WeeklyLimit => (
                "Retraining limit reached", "Nothing was started, and nothing will be until the limit allows it. This is told once."),
            _ => ("Retraining not started", "Nothing was started."),
        },
    };

    private void WriteEvidence(StringBuilder text, RemediationRecord record)
    {
        if (record.Evidence is not { } evidence)
        {
            return;
        }

        Line(text, $"");
        Line(text, $"The last window judged, {Figures.Span(evidence.Window)} UTC: {Figures.Count(evidence.Rows, "row")}, {Figures.Count(evidence.Violations, "violation")}.");
        foreach (DriftedFeature feature in evidence.Drifted)
        {
            Line(text, $"- {feature.Name}: distance {Figures.Distance(feature.Distance)}, threshold {Figures.Distance(feature.Threshold)}, since {Figures.Time(feature.Since)} UTC");
        }

        if (evidence.DriftedFeatures > evidence.Drifted.Count)
        {
            Line(text, $"- and {Figures.Count(evidence.DriftedFeatures - evidence.Drifted.Count, "feature")} more");
        }

        Line(text, $"Report: {links.AddressOf(evidence.ReportFolder)}");
        if (links.PageOf(monitor.Name, evidence.Window.Start) is { } page)
        {
            Line(text, $"Its page: {page}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Cut(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= LongestMessage)
        {
            return text;
        }

        int end = LongestMessage;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return Encoding.UTF8.GetString(bytes, 0, end);
    }
}
