using ModelMonitor.Cli.Runs;
using ModelMonitor.GroundTruth;
using ModelMonitor.Publishing;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes runs for people: the outcome in a sentence, then what supports it.</summary>
internal static class RunReport
{
    private const int MostFeatures = 12;
    private const int BarWidth = 28;

    /// <summary>Writes the runs one below the other.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<RunResult> results)
    {
        for (int i = 0; i < results.Count; i++)
        {
            if (i > 0)
            {
                screen.WriteLine();
            }

            Write(screen, results[i]);
        }
    }

    private static void Write(IAnsiConsole screen, RunResult result)
    {
        WriteOutcome(screen, result.Record);
        if (result.IsRepeat)
        {
            screen.WriteParagraph(
                $"Already done at {Figures.Time(result.Record.StartedAt)} UTC on the same data: nothing was read again.", Color.Grey);
        }

        WriteViolations(screen, result);
        WriteDrift(screen, result.Record);
        QualityTable.Write(screen, result.Record.Quality);
        BiasTable.Write(screen, result.Record.Bias);
        AttributionTable.Write(screen, result.Record.Attribution);
        RuleTable.Write(screen, result.Record.Rules);
        WriteFacts(screen, result);
    }

    private static void WriteOutcome(IAnsiConsole screen, RunRecord record)
    {
        string rows = Figures.Count(record.Rows, "row");
        string when = record.Window is { } window ? $", {Figures.Span(window)} UTC" : "";
        int drifted = record.Features.Count(feature => feature.Drifted);
        string drift = drifted == 0 ? "" : $", {Figures.Count(drifted, "feature")} drifted";
        (string sentence, Color color) = record.Outcome switch
        {
            RunOutcome.Completed => ($"✓ No violations in {rows}{when}.", Color.Green),
            RunOutcome.CompletedWithViolations =>
                ($"✗ {Figures.Count(record.Violations, "violation")} in {rows}{drift}{when}.", Color.Red),
            _ when record is { Unreadable: > 0, RowsOutsideWindow: 0, Rows: 0 } =>
                ($"○ Nothing could be read{when}: {Figures.Count(record.Unreadable, "unreadable line")}. Is it the right --format?", Color.Red),
            _ when record is { UnusableRows: 0 } and not { GroundTruth.Predictions: > 0 } => ($"○ No data{when}: there was nothing to judge.", Color.Yellow),
            _ => ($"○ Not judged{when}: {NothingJudged.Because(record)}.", record.UnusableRows > 0 ? Color.Red : Color.Yellow),
        };
        screen.WriteParagraph(sentence, color);
    }

    private static void WriteViolations(IAnsiConsole screen, RunResult result)
    {
        // What looks at metrics has a table of them, which says which violate what.
        if (result.Violations.Count == 0 || result.Record is not { Quality: null, Bias: null, Attribution: null })
        {
            return;
        }

        screen.WriteLine();
        ViolationTable.Write(screen, result.Violations);
    }

    private static void WriteDrift(IAnsiConsole screen, RunRecord record)
    {
        FeatureFinding[] measured = [.. record.Features.Where(feature => feature.Distance is not null)];
        FeatureFinding[] moved = [.. measured.Where(feature => DriftRatio.Of(feature) > 0.0).OrderByDescending(feature => feature.Drifted).ThenByDescending(DriftRatio.Of)];
        if (measured.Length == 0)
        {
            return;
        }

        screen.WriteLine();
        if (moved.Length == 0)
        {
            screen.WriteParagraph($"No drift at all: the distance is 0 for {Figures.Count(measured.Length, "feature")}.", Color.Grey, indent: 2);
            return;
        }

        TextTable table = new(
            new TableColumn("feature", MaximumWidth: 28, Shrinks: true),
            new TableColumn("distance", IsRight: true),
            new TableColumn("threshold", IsRight: true),
            new TableColumn("drift (┊ is the threshold)"),
            new TableColumn("p", IsRight: true),
            new TableColumn("method", Shrinks: true));
        DriftBar bar = new(moved.Max(DriftRatio.Of), BarWidth);
        foreach (FeatureFinding feature in moved.Take(MostFeatures))
        {
            table.Add(
                feature.Name,
                new Cell(Figures.Distance(feature.Distance!.Value), feature.Drifted ? Color.Red : null),
                Figures.Distance(feature.Threshold!.Value),
                new Cell(bar.Draw(DriftRatio.Of(feature))),
                feature.PValue is { } pValue ? Figures.PValue(pValue) : "",
                new Cell(MethodName.Of(feature.Method), Color.Grey));
        }

        table.WriteTo(screen);
        if (moved.FirstOrDefault(feature => feature.Rate is not null) is { Rate: { } rate })
        {
            screen.WriteParagraph(
                $"Drift is a distance of the threshold or more, and a p-value up to {Figures.PValue(rate)} after correction for all tests.", Color.Grey, indent: 2);
        }

        if (moved.Length > MostFeatures)
        {
            screen.WriteParagraph($"… and {Figures.Count(moved.Length - MostFeatures)} more; see run.json", Color.Grey, indent: 2);
        }

        if (measured.Length > moved.Length)
        {
            screen.WriteParagraph(
                $"No drift at all in {Figures.Count(measured.Length - moved.Length, "other feature")}.", Color.Grey, indent: 2);
        }
    }

    private static string LabelsOf(GroundTruthFinding labels)
    {
        string unmatched = labels.UnmatchedLabels == 0 ? "" : $", {Figures.Count(labels.UnmatchedLabels)} of no prediction";
        string duplicates = labels.Duplicates == 0 ? "" : $", {Figures.Count(labels.Duplicates)} replaced by a later one";
        return $"{Figures.Count(labels.Labels)} read{unmatched}{duplicates}";
    }

    private static void WriteFacts(IAnsiConsole screen, RunResult result)
    {
        RunRecord record = result.Record;
        screen.WriteLine();
        string files = $"{Figures.Count(record.ObjectCount, "file")}, {Figures.Bytes(record.TotalBytes)}";
        screen.WriteLabelled("rows", $"{Figures.Count(record.Rows)} from {files}");
        if (record.Window is not null)
        {
            screen.WriteLabelled("other windows", Figures.Count(record.RowsOutsideWindow, "row"));
        }

        if (record.GroundTruth is { } labels)
        {
            screen.WriteLabelled("labelled", $"{Figures.Share(labels.LabelledShare)}: {Figures.Count(labels.Labelled)} of {Figures.Count(labels.Predictions, "prediction")}");
            screen.WriteLabelled("labels", LabelsOf(labels));
            if (labels.Unreadable > 0)
            {
                UnreadableLines.Write(screen, "bad labels", labels.Unreadable, labels.UnreadableSamples);
            }
        }

        foreach (string note in record.Notes)
        {
            screen.WriteLabelled("note", note);
        }

        UnreadableLines.Write(screen, record.Unreadable, record.UnusableNumbers, record.UnreadableSamples);
        screen.WriteLabelled("report", result.Folder, string.Join(", ", result.Files));
        if (result.Page is { } page)
        {
            screen.WriteLabelled("page", page);
        }

        foreach (PublishingFailure failure in result.Unpublished)
        {
            screen.WriteLabelled("not published", $"{failure.Publisher}: {failure.Reason}");
        }

        screen.WriteLabelled("took", Figures.Duration(record.DurationSeconds));
    }
}
