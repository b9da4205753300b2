using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Exports;

/// <summary>Reports of a monitor's runs, as runs leave them.</summary>
internal static class SampleReport
{
    public const string Endpoint = "churn-xgboost";
    public const string Monitor = "churn";

    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The report of an hour in which a numeric feature drifts and a feature of text lacks values.</summary>
    public static StoredReport Of(string drifted = "age", double distance = 0.25, int hour = 0)
    {
        RunRecord record = new()
        {
            Monitor = Monitor,
            Kind = "data-quality",
            Endpoint = Endpoint,
            Variant = "AllTraffic",
            Window = new TimeWindow(Ten.AddHours(hour), Ten.AddHours(hour + 1)),
            Outcome = RunOutcome.CompletedWithViolations,
            Message = "",
            Fingerprint = "f",
            InputFingerprint = "i",
            EngineVersion = "0.1.0",
            BaselineVersion = "20261101T000000Z-0123abcd",
            Rows = 1234,
            Violations = 2,
            CaptureLagSeconds = 0.5,
            DurationSeconds = 1.25,
            Features =
            [
                new FeatureFinding(drifted, "Integral", 1.0, "Robust", distance, 0.1, distance > 0.1, null),
                new FeatureFinding("plan", "String", 0.5, null, null, null, false, "too many values"),
            ],
        };
        FeatureStatistics age = new(drifted, InferredType.Integral, new NumericalStatistics(1234, 0, 41.5, 51211, 7.25, -3, 99, null));
        return new StoredReport(
            record,
            new StatisticsDocument(1234, [age]),
            [new Violation(drifted, "baseline_drift_check", ""), new Violation("plan", "completeness_check", "")]);
    }

    /// <summary>Puts a report where runs leave it.</summary>
    /// <returns>The folder.</returns>
    public static async Task<string> PutAsync(IObjectStore store, StoredReport report, string endpoint = Endpoint)
    {
        string folder = ObjectKeys.ReportFolder(endpoint, report.Record.Monitor, report.Record.Window?.End ?? Ten);
        byte[] violations = new ViolationsDocument(report.Violations).ToUtf8();
        List<ReportDocument> documents = [ReportDocument.Of(ObjectKeys.ConstraintViolations, violations)];
        await store.PutAsync(folder + ObjectKeys.ConstraintViolations, violations);
        if (report.Statistics is { } statistics)
        {
            byte[] content = statistics.ToUtf8();
            documents.Add(ReportDocument.Of(ObjectKeys.Statistics, content));
            await store.PutAsync(folder + ObjectKeys.Statistics, content);
        }

        RunRecord record = report.Record with { Documents = report.Record.Documents ?? documents };
        await store.PutAsync(folder + ObjectKeys.Run, JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));
        return folder;
    }
}
