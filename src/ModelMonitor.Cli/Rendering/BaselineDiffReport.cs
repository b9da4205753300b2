using ModelMonitor.Baselines.Differences;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what is different between two baselines for people.</summary>
internal static class BaselineDiffReport
{
    private const int MostRows = 60;
    private const int MostOfColumn = 6;

    /// <summary>What moved by less than a hundredth of a standard deviation is told to programs only.</summary>
    private const double LeastWeight = 0.01;

    /// <summary>Writes it: the outcome in a sentence, then the columns by what weighs most.</summary>
    public static void Write(IAnsiConsole screen, string before, string after, BaselineDifference difference)
    {
        int changed = difference.Features.Count(feature => feature.Changes.Count > 0);
        string of = $"of {Figures.Count(difference.Features.Count, "column")}";
        screen.WriteParagraph(
            difference.IsNone ? "✓ No difference."
                : difference.BreakingCount == 0 ? $"✓ {Figures.Count(changed)} {of} changed, none by much."
                : $"✗ {Figures.Count(difference.BreakingCount)} {of} came, went, have another type, or drifted.",
            difference.BreakingCount == 0 ? Color.Green : Color.Red);
        screen.WriteLabelled("from", before);
        screen.WriteLabelled("to", after);
        if (difference.IsNone)
        {
            return;
        }

        screen.WriteLine();
        TextTable table = new(
            new TableColumn("column", MaximumWidth: 28, Shrinks: true),
            new TableColumn("what", MaximumWidth: 32, Shrinks: true),
            new TableColumn("before", IsRight: true, MaximumWidth: 24, Shrinks: true),
            new TableColumn("after", IsRight: true, MaximumWidth: 24, Shrinks: true));
        (string Name, BaselineChange Change, bool IsBreaking)[] rows =
        [
            .. difference.Changes.Select(change => ("", change, false)),
            .. difference.Features.SelectMany(feature => feature.Changes
                .Where(change => change.Weight >= LeastWeight)
                .Take(MostOfColumn)
                .Select((change, i) => (i == 0 ? feature.Name : "", change, IsBreaking(feature, change)))),
        ];
        foreach ((string name, BaselineChange change, bool isBreaking) in rows.Take(MostRows))
        {
            table.Add(name, new Cell(change.Subject, isBreaking ? Color.Red : null), Value(change.Kind, change.Before), Value(change.Kind, change.After));
        }

        table.WriteTo(screen);
        int left = difference.Changes.Count + difference.Features.Sum(feature => feature.Changes.Count) - Math.Min(rows.Length, MostRows);
        if (left > 0)
        {
            screen.WriteParagraph($"… and {Figures.Count(left, "smaller difference")}; see all with --json", Color.Grey, indent: 2);
        }
    }

    private static bool IsBreaking(FeatureDifference feature, BaselineChange change) => change.Kind switch
    {
        BaselineChangeKind.ColumnAdded or BaselineChangeKind.ColumnRemoved or BaselineChangeKind.Type => true,
        BaselineChangeKind.Distribution => feature.Drift!.Violated,
        _ => false,
    };

    private static Cell Value(BaselineChangeKind kind, ChangedValue value) => value switch
    {
        { Text: { } text } => text,
        { Number: { } number } => kind switch
        {
            BaselineChangeKind.Completeness or BaselineChangeKind.CategoryAdded or BaselineChangeKind.CategoryRemoved => Figures.Share(number),
            BaselineChangeKind.Distribution => Figures.Distance(number),
            BaselineChangeKind.Rows => Figures.Count((long)number),
            _ => Figures.Number(number),
        },
        _ => new Cell("-", Color.Grey),
    };
}
