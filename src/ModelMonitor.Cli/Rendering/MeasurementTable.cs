using ModelMonitor.Drift;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Statistics.Drift;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what methods of the catalogue say of columns.</summary>
internal static class MeasurementTable
{
    private const int MostRows = 60;

    /// <summary>Writes a row for each column and method, drifted columns first; nothing where no method was asked.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<ColumnComparison> columns)
    {
        (string Name, MethodMeasurement Measured)[] rows =
        [
            .. columns
                .SelectMany(column => column.Measurements, (column, measured) => (column.Name, Measured: measured))
                .OrderByDescending(row => columns.Count > 1 && row.Measured.IsDrift)
                .ThenByDescending(row => columns.Count > 1 ? row.Measured.Measurement.Effect : 0.0),
        ];
        if (rows.Length == 0)
        {
            return;
        }

        TextTable table = new(
            new TableColumn("column", MaximumWidth: 24, Shrinks: true),
            new TableColumn("method", Shrinks: true),
            new TableColumn("statistic", IsRight: true),
            new TableColumn("p", IsRight: true),
            new TableColumn("effect", IsRight: true),
            new TableColumn("threshold"));
        foreach ((string name, MethodMeasurement measured) in rows.Take(MostRows))
        {
            Add(table, name, measured.Method, measured.Measurement, measured.IsDrift);
        }

        table.WriteTo(screen);
        if (rows.Length > MostRows)
        {
            screen.WriteParagraph($"… and {Figures.Count(rows.Length - MostRows)} more; see them with --json", Color.Grey, indent: 2);
        }
    }

    private static void Add(TextTable table, string name, DriftMethod method, DriftMeasurement measured, bool isDrift)
    {
        string Show(double number) => measured.IsCompared ? Figures.Number(number) : "-";
        string threshold = method.Threshold is { } limit
            ? $"{(method.Direction == DriftDirection.SmallPValue ? "p ≤" : ">")} {Figures.Number(limit)}"
            : "none";
        table.Add(
            name,
            new Cell(method.Id, Color.Grey),
            new Cell(Show(measured.Statistic), isDrift ? Color.Red : null),
            measured.PValue is { } pValue ? Figures.PValue(pValue) : "-",
            Show(measured.Effect),
            new Cell(threshold, Color.Grey));
    }
}
