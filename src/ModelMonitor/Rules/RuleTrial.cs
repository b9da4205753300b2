using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Rules;

/// <summary>Tries the rules and scripts of a monitor on one record, each by itself.</summary>
/// <param name="rules">The rules and scripts.</param>
/// <param name="baseline">The baseline, for rules that compare with it, and for the names of fields that have none; null for none.</param>
/// <param name="position">Where the endpoint's output stands in a row.</param>
/// <param name="time">Measures how long each takes.</param>
public sealed class RuleTrial(RuleSet rules, Baseline? baseline, OutputPosition position, TimeProvider time)
{
    /// <summary>Tries them.</summary>
    /// <param name="record">A captured record, or an object of columns: one JSON document.</param>
    /// <param name="name">The record's file, for messages.</param>
    /// <returns>How many rows the record is, and what became of each rule and script.</returns>
    /// <exception cref="ConfigurationException">The record is none, or no row could be read from it.</exception>
    public (long Rows, IReadOnlyList<RuleTrialResult> Results) Run(byte[] record, string name)
    {
        byte[] line = OnOneLine(record, name);
        List<RuleTrialResult> results = [];
        (DatasetProfile rows, ReadingReport report) = Read(rules.Only(rule: null), line, name);
        if (report.Unreadable > 0 && !rules.Preprocesses)
        {
            throw new ConfigurationException(name, "", $"expected a captured record or an object of columns: {report.Samples[0].Reason}.");
        }

        foreach (RuleSet one in rules.Apart())
        {
            long start = time.GetTimestamp();
            (DatasetProfile profile, _) = Read(one, line, name);
            IReadOnlyList<RuleFinding> findings = new RuleEvaluator(one, baseline?.Statistics, history: null)
                .Evaluate(profile, [], [], WindowContext.None).Findings;
            double milliseconds = time.GetElapsedTime(start).TotalMilliseconds;
            RuleFinding? finding = findings.LastOrDefault(finding => finding.Name == one.OnlyName);
            if (finding is not null)
            {
                results.Add(new RuleTrialResult(finding, finding.Error, milliseconds));
            }
        }

        return (rows.RowCount, results);
    }

    /// <summary>Captures are lines: a record that was laid out for reading is put on one.</summary>
    private static byte[] OnOneLine(byte[] record, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(record);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ConfigurationException(name, "$", "expected a captured record or an object of columns.");
            }

            using MemoryStream line = new();
            using (Utf8JsonWriter writer = new(line))
            {
                document.RootElement.WriteTo(writer);
            }

            return line.ToArray();
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(name, exception.Path ?? "", $"expected one JSON document: {exception.Message}");
        }
    }

    private (DatasetProfile Profile, ReadingReport Report) Read(RuleSet set, byte[] line, string name)
    {
        ReadingReport report = new();
        using MemoryStream stream = new(line);
        if (!IsCaptured(line))
        {
            DatasetProfile plain = new(new ColumnSet());
            new DatasetReader(plain.Columns, set.SinkOf(plain), report).Read(stream, name, new JsonLinesFormat(), CancellationToken.None);
            return (plain, report);
        }

        IReadOnlyList<string>? columns = baseline?.Constraints.Features.Select(feature => feature.Name).ToArray();
        CaptureLayout layout = set.Preprocesses
            ? new CaptureLayout(new ColumnSet(), Positional: null, position)
            : CaptureShapeDetector.Detect(new MemoryStream(line), CancellationToken.None)?.CreateLayout(columns, position)
                ?? new CaptureLayout(new ColumnSet(), Positional: null, position);
        DatasetProfile profile = new(layout.Columns);
        IRowSink sink = set.SinkOf(profile);
        new CaptureReader(layout, window: null, sink, report, set.PreprocessorOf(profile, sink, report))
            .Read(stream, name, range: null, CancellationToken.None);
        return (profile, report);
    }

    private static bool IsCaptured(byte[] line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.TryGetProperty("captureData", out _);
    }
}
