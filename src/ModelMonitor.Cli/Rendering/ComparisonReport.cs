using ModelMonitor.Cli.Comparison;
using ModelMonitor.Drift;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a comparison for people.</summary>
internal static class ComparisonReport
{
    private const int MostColumns = 40;
    private const int WideBar = 18;
    private const int NarrowBar = 10;

    /// <summary>Writes it: the outcome in a sentence, the columns by falling drift, and what only one side has.</summary>
    public static void Write(IAnsiConsole screen, DataComparison comparison)
    {
        ColumnComparison[] compared =
        [
            .. comparison.Columns
                .Where(column => column is { Reference: not null, Current: not null })
                .OrderByDescending(column => column.Results.Select(RatioOf).DefaultIfEmpty().Max()),
        ];
        WriteOutcome(screen, comparison, compared.Length);
        screen.WriteLine();
        if (comparison.Methods.Count > 0)
        {
            WriteColumns(screen, comparison.Methods, compared);
        }

        if (comparison.Methods.Count == 0 || compared.Length == 1)
        {
            MeasurementTable.Write(screen, compared);
        }

        screen.WriteLine();
        WriteSide(screen, "reference", comparison.Reference);
        WriteSide(screen, "current", comparison.Current);
        WriteOneSided(screen, "only reference", comparison.Columns.Where(column => column.Current is null));
        WriteOneSided(screen, "only current", comparison.Columns.Where(column => column.Reference is null));
    }

    private static void WriteOutcome(IAnsiConsole screen, DataComparison comparison, int compared)
    {
        int drifted = comparison.DriftedCount;
        string of = Figures.Count(compared, "column");
        screen.WriteParagraph(
            drifted == 0 ? $"✓ No drift in {of}." : $"✗ {Figures.Count(drifted)} of {of} drifted.",
            drifted == 0 ? Color.Green : Color.Red);
    }

    private static void WriteColumns(IAnsiConsole screen, IReadOnlyList<DistanceMethod> methods, ColumnComparison[] columns)
    {
        TextTable table = new(
        [
            new TableColumn("column", MaximumWidth: 24, Shrinks: true),
            .. methods.Select(method => new TableColumn(HeaderOf(method), IsRight: true)),
            new TableColumn("drift"),
            new TableColumn("type", Shrinks: true),
            new TableColumn("mean", Shrinks: true),
            new TableColumn("complete"),
        ]);
        DriftBar bar = new(columns.Max(BarRatioOf), methods.Count > 1 ? NarrowBar : WideBar);
        foreach (ColumnComparison column in columns.Take(MostColumns))
        {
            table.Add(
            [
                column.Name,
                .. column.Results.Select(result => new Cell(
                    result.Distance is { } distance ? Figures.Distance(distance) : "-", result.Violated ? Color.Red : null)),
                column.Results.Any(result => result.Distance is not null) ? new Cell(bar.Draw(BarRatioOf(column))) : "",
                Change(column.Reference!.Type.ToString(), column.Current!.Type.ToString()),
                Change(Mean(column.Reference), Mean(column.Current)),
                Completeness(column.Reference, column.Current),
            ]);
        }

        table.WriteTo(screen);
        if (columns.Length > MostColumns)
        {
            screen.WriteParagraph($"… and {Figures.Count(columns.Length - MostColumns)} more; see them with --json", Color.Grey, indent: 2);
        }

        if (columns is [{ Results: var results }])
        {
            foreach (string reason in results.Where(result => result.Reason is not null).Select(result => result.Reason!))
            {
                screen.WriteParagraph(reason, Color.Grey, indent: 2);
            }
        }
    }

    private static void WriteSide(IAnsiConsole screen, string label, ComparedData data)
    {
        screen.WriteLabelled(label, $"{data.Path}: {Figures.Count(data.Rows, "row")}");
        if (data.Reading is { } reading && reading.Unreadable + reading.UnusableNumbers > 0)
        {
            UnreadableLines.Write(screen, reading.Unreadable, reading.UnusableNumbers, reading.Samples);
        }
    }

    private static void WriteOneSided(IAnsiConsole screen, string label, IEnumerable<ColumnComparison> columns)
    {
        const int Most = 12;
        string[] names = [.. columns.Select(column => DisplayText.Fit(column.Name, 32))];
        if (names.Length > 0)
        {
            string more = names.Length > Most ? $" and {names.Length - Most} more" : "";
            screen.WriteLabelled(label, string.Join(", ", names.Take(Most)) + more);
        }
    }

    private static string HeaderOf(DistanceMethod method) => method switch
    {
        DistanceMethod.Robust => "robust",
        DistanceMethod.Simple => "simple",
        _ => "p-value",
    };

    private static string Mean(ColumnSummary column) => column.Mean is { } mean ? Figures.Number(mean) : "";

    private static Cell Change(string before, string now) =>
        before == now ? new Cell(now, Color.Grey) : new Cell($"{(before.Length == 0 ? "-" : before)} → {(now.Length == 0 ? "-" : now)}");

    private static Cell Completeness(ColumnSummary before, ColumnSummary now)
    {
        string isNow = Figures.Share(now.Completeness);
        string was = Figures.Share(before.Completeness);
        return was == isNow ? new Cell(isNow, Color.Grey) : new Cell($"{was.TrimEnd('%', ' ')} → {isNow}");
    }

    /// <summary>A p-value spans too many powers of ten for a bar, unless there is nothing else.</summary>
    private static double BarRatioOf(ColumnComparison column)
    {
        IEnumerable<DriftResult> distances = column.Results.Where(
            result => result.Distance is not null && result.Measure != DriftMeasure.ChiSquaredPValue);
        return distances.Select(RatioOf).DefaultIfEmpty(column.Results.Max(RatioOf)).Max();
    }

    private static double RatioOf(DriftResult result) => result.Distance is { } distance
        ? DriftRatio.Of(distance, result.Threshold, result.Measure == DriftMeasure.ChiSquaredPValue)
        : 0.0;
}
