using System.Globalization;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Demonstration;
using ModelMonitor.Cli.Runs;
using ModelMonitor.Demo;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Tells a demonstration as it goes: what is made, what each hour shows, and what it comes to.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="invocation">How the user calls this program.</param>
internal sealed class DemoStory(Terminal terminal, Invocation invocation)
{
    private const int LargestRatio = 6;
    private const int BarWidth = 30;

    private readonly IAnsiConsole _screen = terminal.Screen;
    private readonly DriftBar _bar = new(LargestRatio, BarWidth);

    /// <summary>The beginning.</summary>
    public void Begin(DemoScenario scenario)
    {
        Title("A model that predicts churn, and customers who change");
        _screen.WriteParagraph(
            $"An endpoint captures what it is asked and what it answers. In hour {scenario.CleanHours + 1} of "
            + $"{scenario.Hours} a campaign begins to change who its customers are. Will the monitor notice?");
        _screen.WriteLine();
    }

    /// <summary>The training set is there.</summary>
    public void TellTraining(DemoScenario scenario, DemoFolder folder) => Step(
        "training set",
        $"{Figures.Count(scenario.TrainingRows, "row")} of {DemoDataset.ColumnNames.Count - 1} features and the prediction",
        folder.Training);

    /// <summary>The baseline is there.</summary>
    public void TellBaseline(BaselineResult baseline, DemoFolder folder) => Step(
        "baseline", $"statistics and constraints of {Figures.Count(baseline.Statistics.Features.Count, "column")}", folder.Baseline);

    /// <summary>The captures are there.</summary>
    public void TellTraffic(DemoScenario scenario, DemoFolder folder)
    {
        string requests = Figures.Count((long)scenario.Hours * scenario.EventsPerHour, "request");
        string files = Figures.Count((long)scenario.Hours * scenario.FilesPerHour, "file");
        Step("captures", $"{requests} in {files}, {scenario.Hours} hours", folder.Capture);
        Step("monitor", "runs after every hour", folder.Monitor);
        _screen.WriteLine();
        WriteHourHeader();
    }

    /// <summary>An hour was judged.</summary>
    public void TellHour(RunResult hour)
    {
        RunRecord record = hour.Record;
        FeatureFinding? worst = record.Features.Where(feature => feature.Distance is not null).MaxBy(DriftRatio.Of);
        StyledLine line = new(_screen.Profile.Width);
        line.AddSpace(2);
        line.Add(record.Window is { } window ? Clock(window.Start) : "all", null);
        Right(line, Figures.Count(record.Rows), 9, null);
        Right(line, record.Unreadable == 0 ? "-" : Figures.Count(record.Unreadable), 12, record.Unreadable == 0 ? Color.Grey : Color.Yellow);
        Right(line, record.Violations == 0 ? "-" : Figures.Count(record.Violations), 12, record.Violations == 0 ? Color.Green : Color.Red);
        line.AddSpace(3);
        if (worst is not { Distance: > 0.0 and var distance })
        {
            line.Add("no feature has moved", Color.Grey);
        }
        else
        {
            string name = DisplayText.Fit(worst.Name, 22);
            line.Add(name, worst.Drifted ? Color.Red : null);
            line.AddSpace(24 - DisplayText.WidthOf(name));
            line.Add(Figures.Distance(distance));
            line.AddSpace(2);
            line.Add(_bar.Draw(DriftRatio.Of(worst)));
        }

        line.WriteTo(_screen);
    }

    /// <summary>What it came to, and where to look further.</summary>
    public void End(DemoScenario scenario, DemoResult result)
    {
        _screen.WriteLine();
        Title(Summary(result.Evidence));
        _screen.WriteLine();
        WriteEvidence(result);
        long unreadable = result.Hours.Sum(hour => hour.Record.Unreadable);
        _screen.WriteLine();
        _screen.WriteParagraph(
            $"All other features stayed as they were. {Figures.Count(unreadable, "line")} that could not be read "
            + $"{(unreadable == 1 ? "was" : "were")} counted and sampled, and did not stop the run.");
        _screen.WriteLine();
        WriteCommands(scenario, result.Folder);
        string seconds = Figures.Duration(result.Hours.Sum(hour => hour.Record.DurationSeconds));
        string reports = Path.Combine(result.Folder.Reports, "yyyy", "MM", "dd", "HH");
        _screen.WriteParagraph($"Reports: {reports}. All {result.Hours.Count} runs took {seconds} together.", Color.Grey);
        _screen.WriteLine();
        _screen.WriteParagraph("Look at it in a browser:");
        terminal.Output.WriteLine($"    {result.Folder.Page}");
    }

    private void WriteHourHeader()
    {
        StyledLine line = new(_screen.Profile.Width);
        line.AddSpace(2);
        line.Add("hour ", Color.Grey);
        Right(line, "rows", 9, Color.Grey);
        Right(line, "unreadable", 12, Color.Grey);
        Right(line, "violations", 12, Color.Grey);
        line.AddSpace(3);
        line.Add("farthest feature", Color.Grey);
        line.AddSpace(8);
        line.Add("drift  (┊ is the threshold)", Color.Grey);
        line.WriteTo(_screen);
    }

    private void WriteEvidence(DemoResult result)
    {
        TextTable table = new(
            new TableColumn("feature", Shrinks: true),
            new TableColumn("since"),
            new TableColumn("what changed", Shrinks: true),
            new TableColumn("training", IsRight: true),
            new TableColumn("last hour", IsRight: true),
            new TableColumn("drift by hour"),
            new TableColumn("last", IsRight: true),
            new TableColumn("threshold", IsRight: true));
        foreach (DriftEvidence evidence in result.Evidence)
        {
            table.Add(
                new Cell(evidence.Feature, Color.Red),
                Clock(evidence.Since),
                evidence.What,
                evidence.Before,
                new Cell(evidence.After, Color.Red),
                new Cell(Sparkline.Draw(evidence.Distances, evidence.Threshold), Color.Yellow),
                new Cell(Figures.Distance(evidence.Distances[^1]), Color.Red),
                Figures.Distance(evidence.Threshold));
        }

        table.WriteTo(_screen);
    }

    private void WriteCommands(DemoScenario scenario, DemoFolder folder)
    {
        DateTimeOffset last = scenario.FirstHour.AddHours(scenario.Hours - 1);
        string window = last.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z/PT1H'", CultureInfo.InvariantCulture);
        _screen.WriteParagraph("Look further:");
        Command("The whole report of the last hour, which is not read again:", "run",
            ("--monitor", folder.Monitor), ("--capture", folder.Root), ("--baseline", folder.Baseline),
            ("--output", folder.Root), ("--window", window));
        Command("All hours as one:", "run",
            ("--capture", folder.Capture), ("--baseline", folder.Baseline), ("--output", folder.Day));
        Command("The last hour beside the training set, by every method:", "compare",
            ("--reference", folder.Training), ("--current", folder.CaptureHour(last)), ("--method", "all"));
    }

    /// <summary>Writes a command line as it is: one that were wrapped could not be copied.</summary>
    private void Command(string purpose, string command, params ReadOnlySpan<(string Option, string Value)> options)
    {
        _screen.WriteParagraph(purpose, Color.Grey, indent: 2);
        foreach (string line in invocation.Lines(_screen.Profile.Width - 4, command, options))
        {
            terminal.Output.WriteLine($"    {line}");
        }

        _screen.WriteLine();
    }

    private void Title(string text) => _screen.WriteParagraph(text, Color.Aqua);

    private void Step(string what, string content, string path)
    {
        StyledLine line = new(_screen.Profile.Width);
        line.AddSpace(2);
        line.Add("✓ ", Color.Green);
        line.Add(what.PadRight(14));
        line.Add(content.PadRight(46), Color.Grey);
        line.Add(DisplayText.FitMiddle(path, Math.Max(10, _screen.Profile.Width - 65)));
        line.WriteTo(_screen);
    }

    private static string Summary(IReadOnlyList<DriftEvidence> evidence) => evidence.Count switch
    {
        0 => "No feature drifts.",
        _ when evidence.All(feature => feature.Since == evidence[0].Since) =>
            $"{Figures.Count(evidence.Count, "feature drifts", "features drift")} from {Clock(evidence[0].Since)} on:",
        _ => $"{Figures.Count(evidence.Count, "feature drifts", "features drift")}:",
    };

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static void Right(StyledLine line, string text, int width, Color? color)
    {
        line.AddSpace(Math.Max(1, width - text.Length));
        line.Add(text, color);
    }
}
