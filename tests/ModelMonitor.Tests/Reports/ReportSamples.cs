using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;
using System.Text.Json;

namespace ModelMonitor.Tests.Reports;

/// <summary>Makes runs and their documents, as large and as hostile as a test wants.</summary>
internal static class ReportSamples
{
    public const string Monitor = "churn";
    public const string Endpoint = "churn-endpoint";

    public static DateTimeOffset FirstHour { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Names as an attacker would send them.</summary>
    public static IReadOnlyList<string> HostileNames { get; } =
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "\" onmouseover=\"alert(3)",
        "' style='x",
        "&lt;b&gt; &amp;amp; &#0; &#x202e;",
        "]]><!--",
        "\u202Egnp.exe\u2066",
        "nul\0l\u0007\u001b[31m",
        "half \ud83d of a pair",
        "line\u2028break\r\nand more",
        "javascript:alert(4)",
        "",
        new('n', 10_000),
        new string('<', 5_000) + new string('&', 5_000),
    ];

    /// <summary>A run of an hour in which the features named drift, the first most.</summary>
    public static RunRecord Record(int hour, IReadOnlyList<string> features, int drifted = 1, RunOutcome? outcome = null) => new()
    {
        Monitor = Monitor,
        Kind = "data-quality",
        Window = new TimeWindow(FirstHour.AddHours(hour), FirstHour.AddHours(hour + 1)),
        Outcome = outcome ?? (drifted > 0 ? RunOutcome.CompletedWithViolations : RunOutcome.Completed),
        Message = "as the outcome says",
        Fingerprint = $"f{hour}",
        InputFingerprint = $"i{hour}",
        EngineVersion = "0.1.0",
        BaselineVersion = "v1",
        ObjectCount = 12,
        TotalBytes = 123_456,
        Rows = 1_000 + hour,
        Violations = drifted,
        StartedAt = FirstHour.AddHours(hour + 1).AddMinutes(10),
        DurationSeconds = 0.5,
        CaptureLagSeconds = 3.0,
        Features =
        [
            .. features.Select((name, i) => new FeatureFinding(
                name, "Fractional", 0.99, "NumericLInfinity", i < drifted ? 0.9 - (0.1 * i / Math.Max(1, drifted)) : 0.02, 0.1, i < drifted, null)),
        ],
    };

    public static IReadOnlyList<Violation> Violations(RunRecord record) =>
    [
        .. record.Features.Where(feature => feature.Drifted).Select(feature =>
            new Violation(feature.Name, "baseline_drift_check", $"Baseline drift distance: {feature.Distance} exceeds threshold: 0.1")),
    ];

    /// <summary>Statistics whose numbers are spread from <paramref name="start"/> on.</summary>
    public static StatisticsDocument Statistics(IReadOnlyList<string> features, double start, int rows = 500) =>
        new(rows, [.. features.Select((name, i) => Numbers(name, start + i, rows))]);

    public static IReadOnlyList<string> Names(int count) => [.. Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"feature_number_{i:000}"))];

    /// <summary>Puts a run and its documents where runs put them.</summary>
    public static async Task<string> StoreAsync(IObjectStore store, RunRecord record, StatisticsDocument? statistics)
    {
        string prefix = ObjectKeys.ReportFolder(Endpoint, record.Monitor, record.Window!.End);
        if (statistics is not null)
        {
            await store.PutAsync(prefix + ObjectKeys.Statistics, statistics.ToUtf8());
        }

        await store.PutAsync(prefix + ObjectKeys.ConstraintViolations, new ViolationsDocument(Violations(record)).ToUtf8());
        await store.PutAsync(prefix + ObjectKeys.Run, JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));
        return prefix;
    }

    private static FeatureStatistics Numbers(string name, double start, int rows)
    {
        double[] values = [.. Enumerable.Range(0, rows).Select(row => start + Math.Sqrt(row) + (0.001 * row))];
        KllSketchBuffers sketch = new(KllSketch.DefaultC, KllSketch.DefaultK, [values]);
        return new FeatureStatistics(name, InferredType.Fractional, new NumericalStatistics(
            rows, 0, values.Average(), values.Sum(), 1.5, values.Min(), values.Max(), new KllDistribution([], sketch)));
    }
}
