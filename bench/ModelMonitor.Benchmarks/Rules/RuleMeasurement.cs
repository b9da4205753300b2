using System.Diagnostics;
using System.Globalization;
using ModelMonitor.Capture;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Demo;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Runs;

namespace ModelMonitor.Benchmarks.Rules;

/// <summary>What rules over rows cost: a batch of rows through rules alone, and captured traffic with none, one and three rules.</summary>
internal static class RuleMeasurement
{
    private const int Rounds = 5;
    private const int Rows = 512;
    private const int Batches = 400;
    private const int CapturedRows = 100_000;

    public static int Run(TextWriter output)
    {
        output.WriteLine("rows a second on one thread, medians of five rounds");
        foreach (string expression in new[]
        {
            "row.plan !== \"none\" || row.minutes === 0",
            "row.minutes >= 0",
            "row.minutes * 0.17 <= row.charge + 1 && [\"none\", \"basic\"].includes(row.plan)",
        })
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Median(() => OfBatches(expression)),12:n0}  {expression}"));
        }

        using MemoryStream captures = new();
        SyntheticTraffic.WriteCaptureLines(captures, CapturedRows, seed: 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (int rules in new[] { 0, 1, 3 })
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Median(() => OfCaptures(captures, rules)),12:n0}  captured rows, profiled with {rules} rules"));
        }

        return 0;
    }

    private static double OfBatches(string expression)
    {
        ColumnSet columns = new("plan", "minutes", "charge");
        DatasetProfile ignored = new(columns);
        RuleSet set = SetOf(expression);
        IRowSink sink = new DatasetProfiler(rules: set).GetSink(ignored);
        RowBatch batch = new();
        for (int row = 0; row < Rows; row++)
        {
            batch.BeginRow();
            Set(batch, 0, row % 3 == 0 ? "none"u8 : "basic"u8);
            Set(batch, 1, row % 3 == 0 ? "0"u8 : "17.25"u8);
            Set(batch, 2, "3.5"u8);
            batch.EndRow();
        }

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Batches; i++)
        {
            sink.Add(batch);
        }

        return Rows * Batches / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double OfCaptures(MemoryStream captures, int rules)
    {
        captures.Position = 0;
        CaptureShape shape = CaptureShapeDetector.Detect(captures, CancellationToken.None)!;
        captures.Position = 0;
        CaptureLayout layout = shape.CreateLayout(baseline: null);
        DatasetProfile profile = new(layout.Columns);
        string column = layout.Columns.Names[1];
        RuleSet set = SetOf([.. Enumerable.Repeat($"row[\"{column}\"] !== \"nothing\"", rules)]);
        long start = Stopwatch.GetTimestamp();
        new CaptureReader(layout, window: null, new DatasetProfiler(rules: set).GetSink(profile), new ReadingReport()).Read(captures, "", range: null, CancellationToken.None);
        return CapturedRows / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Set(RowBatch batch, int column, ReadOnlySpan<byte> text) => batch.SetCell(column, batch.Append(text), text.Length);

    private static RuleSet SetOf(params string[] expressions) => RuleSet.Of(
        new MonitorDefinition
        {
            Name = "m",
            Endpoint = "e",
            Rules = [.. expressions.Select((expression, i) => new RuleSettings($"rule {i}", RuleScope.Row, expression))],
        },
        "bench");

    private static double Median(Func<double> measure)
    {
        double[] rates = [.. Enumerable.Range(0, Rounds + 1).Select(_ => measure()).Skip(1).Order()];
        return rates[Rounds / 2];
    }
}
